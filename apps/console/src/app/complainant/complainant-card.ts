import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import type { Complainant, LinkComplainant } from '@forecall/contracts';
import { CustomerFinder, type Customer } from '../desk/index.js';
import { Formats } from '../platform/format/formats.js';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Toasts } from '../platform/notice/toasts.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Glyph } from '../ui/state/glyph.js';
import { ComplainantClient } from './complainant-client.js';

/**
 * What a complainant told of themselves in the public form, and the account it belongs to: suggested, searched for,
 * linked, unlinked. For complaints that came by the form; needs the texts `complainant` and `desk`.
 */
@Component({
  selector: 'fc-complainant-card',
  imports: [CustomerFinder, Glyph, Load, Ready, Shape, Skeleton],
  templateUrl: './complainant-card.html',
  styles: `
    .fits {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .fits li {
      display: flex;
      align-items: center;
      gap: 8px;
    }
    .fits .grow {
      display: grid;
      min-width: 0;
    }
    .fault {
      display: flex;
      gap: 6px;
      color: var(--fc-alarm-text);
    }
  `,
})
export class ComplainantCard {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly client = inject(ComplainantClient);
  private readonly problems = inject(ProblemTexts);
  private readonly toasts = inject(Toasts);
  readonly complaintId = input.required<string>();
  /** The complaint is another account's now. */
  readonly linked = output();

  protected readonly told = kept(
    resource({ params: () => this.complaintId(), loader: ({ params }) => this.client.read(params) }),
  );
  protected readonly failure = signal<string | null>(null);
  protected readonly suggestions = computed(() => this.told.value()?.suggestions ?? []);

  protected reasonsOf({ by }: Complainant['suggestions'][number]): string {
    return by.map((way) => this.t(`complainant.by.${way}`)).join(this.t('ui.list-comma'));
  }

  protected choose({ accountId, personId }: Customer): Promise<void> {
    return this.link({ accountId, personId });
  }

  protected async link(customer: LinkComplainant): Promise<void> {
    const before = this.told.value();
    if (!(await this.attempt(customer))) return;
    const undo = { accountId: before?.account?.id ?? null, personId: before?.person?.id ?? null };
    this.toasts.show({
      text: customer.accountId === null ? 'complainant.unlinked' : 'complainant.was-linked',
      undo: () => this.attempt(undo),
    });
  }

  private async attempt(customer: LinkComplainant): Promise<boolean> {
    this.failure.set(null);
    try {
      await this.client.link(this.complaintId(), customer);
      this.linked.emit();
      return true;
    } catch (error) {
      this.failure.set(this.problems.sentence(error));
      return false;
    } finally {
      this.told.reload();
    }
  }
}
