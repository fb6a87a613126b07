import { Component, computed, inject, input, output, resource, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import type { Appraisal, Appraisers, DecideAppraisal } from '@forecall/contracts';
import { ratingWords } from '@forecall/domain';
import { FigureTexts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { PlainInput } from '../../ui/field/plain-input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { keptWords } from '../../platform/unsent/kept-words.js';
import { AppraisalsClient } from '../appraisals-client.js';

type Act = 'agree' | 'dispute' | 'decide' | 'sign' | 'handOver';
type Changed = DecideAppraisal['changes'][number];

interface Told {
  readonly why: string;
  readonly staffId: string;
}

/** What was begun and is not sent. */
interface Begun extends Told {
  readonly act: Act;
  readonly changes: readonly Changed[];
}

/** What whoever reads an appraisal does next: agrees or disputes, decides, signs, names who writes it. */
@Component({
  selector: 'fc-appraisal-acts',
  imports: [Field, FormField, Input, PanelForm, PlainInput],
  templateUrl: './appraisal-acts.html',
  host: { '[class.next]': '!isOnlyHandOver()' },
})
export class AppraisalActs {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly said = injectSaid();
  private readonly figures = inject(FigureTexts);
  private readonly client = inject(AppraisalsClient);
  readonly one = input.required<Appraisal>();
  private readonly nameOf = injectNameOf();
  readonly done = output<{ appraisal: Appraisal; toast: string }>();

  protected readonly possible = computed((): Act[] => {
    const { answer, decide, sign, handOver } = this.one().may;
    return [
      ...(answer ? (['agree', 'dispute'] as const) : []),
      ...(decide ? (['decide'] as const) : []),
      ...(sign ? (['sign'] as const) : []),
      ...(handOver ? (['handOver'] as const) : []),
    ];
  });
  protected readonly isOnlyHandOver = computed(() => this.possible().every((act) => act === 'handOver'));
  protected readonly judges = computed(() =>
    this.one()
      .judges.map(({ name }) => name)
      .join(this.t('ui.list-comma')),
  );
  protected readonly act = signal<Act | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly ratings = ratingWords.map((word, at) => ({ word, rating: at + 1 }));
  protected readonly changes = signal<ReadonlyMap<string, Changed>>(new Map());
  /** What was rated, and so can become another rating. */
  protected readonly rated = computed(() => {
    const { lines, competencies, text } = this.one();
    const all = [
      ...lines.map(({ indicator: { id, metric } }) => ({
        ...{ of: 'indicators' as const, id, name: this.figures.name()(metric) },
        rating: text.indicators[id]?.rating ?? null,
      })),
      ...competencies.map(({ id, name }) => ({
        ...{ of: 'competencies' as const, id, name: this.said(name) },
        rating: text.competencies[id]?.rating ?? null,
      })),
    ];
    return all.filter(({ rating }) => rating !== null);
  });
  /** Who may be named to write it. */
  protected readonly appraisers = resource({
    params: () => (this.act() === 'handOver' ? this.one().appraisal.id : undefined),
    loader: async ({ params }) => (await this.client.appraisers(params)).appraisers,
  });
  private readonly entry = signal<Told>({ why: '', staffId: '' });
  protected readonly form = form(this.entry, (path) => {
    const needsWhy = () => ['dispute', 'decide', 'handOver'].includes(this.act() ?? '');
    required(path.why, { when: needsWhy });
    minLength(path.why, 3);
    maxLength(path.why, () => (this.act() === 'dispute' ? 5_000 : this.act() === 'agree' ? 2_000 : 500));
    required(path.staffId, { when: () => this.act() === 'handOver' });
  });

  private readonly forget = keptWords(
    computed(() => `appraisal-act ${this.one().appraisal.id}`),
    computed((): Begun | null => {
      const act = this.act();
      return act && { act, ...this.entry(), changes: [...this.changes().values()] };
    }),
    ({ act, changes, ...told }) => {
      if (!this.possible().includes(act)) return;
      this.entry.set(told);
      this.changes.set(new Map(changes.map((change) => [change.id, change])));
      this.act.set(act);
    },
  );

  protected readonly send = sendsForm(this.form, this.failure, async (told) => {
    const act = this.act();
    if (!act) return;
    const appraisal = await this.tell(act, told);
    this.stop();
    this.done.emit({ appraisal, toast: `appraisals.did.${act}` });
  });

  /** "Li Na (Supervisor, Billing 1)" */
  protected appraiserText({ name, roles }: Appraisers['appraisers'][number]): string {
    const held = roles.map(({ role, unit }) =>
      unit ? this.t('role.of', { unit: this.nameOf(unit), role: this.t(`role.${role}`) }) : this.t(`role.${role}`),
    );
    return this.t('appraisals.named-with', { name, roles: held.join(this.t('ui.list-comma')) });
  }

  protected begin(act: Act): void {
    this.failure.set(null);
    this.act.set(act);
  }

  protected stop(): void {
    this.entry.set({ why: '', staffId: '' });
    this.changes.set(new Map());
    this.act.set(null);
    this.forget();
  }

  protected change({ of, id, rating }: { of: Changed['of']; id: string; rating: number | null }, to: string): void {
    const changes = new Map(this.changes());
    if (Number(to) === rating) changes.delete(id);
    else changes.set(id, { of, id, rating: Number(to) });
    this.changes.set(changes);
  }

  private tell(act: Act, { why, staffId }: Told): Promise<Appraisal> {
    const { appraisal, revision } = this.one();
    switch (act) {
      case 'agree':
        return this.client.agree(appraisal.id, { revision, note: why });
      case 'dispute':
        return this.client.dispute(appraisal.id, { revision, why });
      case 'decide':
        return this.client.decide(appraisal.id, { revision, why, changes: [...this.changes().values()] });
      case 'sign':
        return this.client.sign(appraisal.id, revision);
      case 'handOver':
        return this.client.nameAppraiser(appraisal.id, { revision, staffId, why });
    }
  }
}
