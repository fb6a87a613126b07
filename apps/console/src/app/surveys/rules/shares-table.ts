import { Component, computed, inject, model, resource } from '@angular/core';
import { injectUnitName } from '../../organisation/index.js';
import { OrganisationClient } from '../../organisation/organisation-client.js';
import { injectFocusOn } from '../../platform/focus/focus-on.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Icon } from '../../ui/icon/icon.js';
import { Glyph } from '../../ui/state/glyph.js';
import { type Share, shareFaults } from './shares.js';

const channels = ['phone', 'email', 'chat', 'message', 'visit'] as const;
const most = 200;

/** Other shares of contacts, by channel and department. */
@Component({
  selector: 'fc-shares-table',
  imports: [Glyph, Icon],
  templateUrl: './shares-table.html',
  styleUrl: './shares-table.css',
})
export class SharesTable {
  protected readonly t = injectTexts();
  protected readonly unitName = injectUnitName();
  private readonly organisation = inject(OrganisationClient);
  private readonly focusOn = injectFocusOn();
  readonly shares = model.required<readonly Share[]>();

  protected readonly channels = channels;
  protected readonly mayAdd = computed(() => this.shares().length < most);
  private readonly structure = kept(resource({ loader: () => this.organisation.structure() }));
  protected readonly departments = computed(() => this.structure.value()?.departments ?? []);
  private readonly faults = computed(() => shareFaults(this.shares()));

  protected faultAt(n: number): string | undefined {
    const code = this.faults()[n];
    if (code === undefined) return undefined;
    return code === 'not-percent' ? this.t('surveys.shares.not-percent') : this.t(`problem.field.${code}`);
  }

  protected channel(n: number, value: string): void {
    this.set(n, { channel: channels.find((one) => one === value) ?? null });
  }

  protected department(n: number, value: string): void {
    this.set(n, { departmentId: value || null });
  }

  protected percent(n: number, value: string): void {
    this.set(n, { percent: value.trim() === '' ? Number.NaN : Number(value) });
  }

  protected add(): void {
    const first = this.departments()[0]?.id ?? null;
    const n = this.shares().length;
    this.shares.set([...this.shares(), { channel: null, departmentId: first, percent: 100 }]);
    this.focusOn(`[data-share="${n}"] select`);
  }

  protected remove(n: number): void {
    this.shares.set(this.shares().toSpliced(n, 1));
    this.focusOn('.add');
  }

  private set(n: number, change: Partial<Share>): void {
    const share = this.shares()[n];
    if (share) this.shares.set(this.shares().with(n, { ...share, ...change }));
  }
}
