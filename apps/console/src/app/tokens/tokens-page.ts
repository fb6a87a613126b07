import { Component, computed, inject, signal } from '@angular/core';
import type { MadeToken, TokenEntry, TokenQuery } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Filter } from '../ui/choice/filter.js';
import { Dialogs } from '../ui/dialog/dialogs.js';
import { Empty } from '../ui/feedback/empty.js';
import { ShownOnce } from '../ui/once/shown-once.js';
import { ListWithPanel } from '../ui/panel/list-with-panel.js';
import { Panel } from '../ui/panel/panel.js';
import { listPages } from '../ui/table/list-pages.js';
import { Cell, Table, type Column } from '../ui/table/table.js';
import { TokenForm } from './token-form.js';
import { TokensClient } from './tokens-client.js';

/** Which programs come in by a token, for whom, and until when. */
@Component({
  selector: 'fc-tokens-page',
  imports: [Cell, Empty, Filter, ListWithPanel, Panel, ShownOnce, Table, TokenForm],
  templateUrl: './tokens-page.html',
  styleUrl: './tokens-page.css',
})
export class TokensPage {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(TokensClient);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly faults = inject(Faults);

  protected readonly state = signal<TokenQuery['state']>('active');
  protected readonly isNew = signal(false);
  protected readonly made = signal<MadeToken | null>(null);
  private readonly query = computed(() => ({ state: this.state() }));
  protected readonly pages = listPages(this.query, (query) =>
    this.client.page(query).then(({ tokens, next }) => ({ rows: tokens, next })),
  );
  protected readonly columns = computed((): Column<TokenEntry>[] => [
    { id: 'name', label: this.t('tokens.name') },
    { id: 'for', label: this.t('tokens.acts-for'), text: ({ actsFor }) => actsFor },
    { id: 'scopes', label: this.t('tokens.scopes'), text: (one) => this.scopesOf(one), isWideOnly: true },
    { id: 'used', label: this.t('tokens.last-used'), text: (one) => this.usedAt(one), isWideOnly: true },
    { id: 'until', label: this.t('tokens.until'), text: (one) => this.until(one) },
    { id: 'act', label: '', isNumber: true },
  ]);
  protected readonly idOf = ({ id }: TokenEntry): string => id;
  protected readonly filters = computed(() =>
    (['active', 'over', 'all'] as const).map((value) => ({ value, label: this.t(`tokens.shown.${value}`) })),
  );

  constructor() {
    useKeys('page.tokens', [{ press: 'n', name: 'tokens.new', act: () => this.begin() }]);
  }

  protected begin(): void {
    this.made.set(null);
    this.isNew.set(true);
  }

  protected show(made: MadeToken): void {
    this.isNew.set(false);
    this.made.set(made);
    this.pages.reload();
  }

  /** A program that lost its token cannot be given it back. */
  protected async revoke({ id, name, lastUsedAt }: TokenEntry): Promise<void> {
    const isMeant = await this.dialogs.confirm({
      heading: this.t('tokens.revoke.heading', { name }),
      consequence:
        lastUsedAt === null
          ? this.t('tokens.revoke.unused')
          : this.t('tokens.revoke.used', { when: this.format.dayTime(lastUsedAt) }),
      act: this.t('tokens.revoke.act'),
      keep: this.t('tokens.revoke.keep'),
    });
    if (!isMeant) return;
    await this.faults.heed(
      this.client.revoke(id).then(() => this.toasts.show({ text: 'tokens.done.revoked', values: { name } })),
    );
    this.pages.reload();
  }

  private scopesOf({ scopes }: TokenEntry): string {
    return scopes.map((scope) => this.t(`tokens.scope.${scope}`)).join(this.t('ui.list-comma'));
  }

  private usedAt({ lastUsedAt }: TokenEntry): string {
    return lastUsedAt === null ? this.t('tokens.never') : this.format.dayTime(lastUsedAt);
  }

  private until({ state, expiresAt, revokedAt }: TokenEntry): string {
    if (revokedAt !== null) return this.t('tokens.revoked-on', { day: this.format.date(revokedAt) });
    const day = this.format.date(expiresAt);
    return state === 'expired' ? this.t('tokens.expired-on', { day }) : day;
  }
}
