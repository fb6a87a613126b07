import { Component, computed, inject, resource, signal } from '@angular/core';
import type { OpenedPhoneLine, PhoneLineEntry, PhoneLineQuery } from '@forecall/contracts';
import { unitNames } from '../organisation/index.js';
import { OrganisationClient } from '../organisation/organisation-client.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Filter } from '../ui/choice/filter.js';
import { Dialogs } from '../ui/dialog/dialogs.js';
import { Empty } from '../ui/feedback/empty.js';
import { kept } from '../ui/feedback/kept.js';
import { ShownOnce } from '../ui/once/shown-once.js';
import { ListWithPanel } from '../ui/panel/list-with-panel.js';
import { Panel } from '../ui/panel/panel.js';
import { Cell, Table, type Column } from '../ui/table/table.js';
import { PhoneLineForm } from './phone-line-form.js';
import { PhoneLinesClient } from './phone-lines-client.js';

/** Which telephone systems tell of their calls, and when each was last heard. */
@Component({
  selector: 'fc-phone-lines-page',
  imports: [Cell, Empty, Filter, ListWithPanel, Panel, PhoneLineForm, ShownOnce, Table],
  templateUrl: './phone-lines-page.html',
  styles: `
    .opened {
      display: grid;
      gap: 14px;
      padding: 14px;
    }
  `,
})
export class PhoneLinesPage {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(PhoneLinesClient);
  private readonly organisation = inject(OrganisationClient);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly faults = inject(Faults);

  protected readonly state = signal<PhoneLineQuery['state']>('active');
  protected readonly isNew = signal(false);
  protected readonly opened = signal<OpenedPhoneLine | null>(null);
  private readonly structure = kept(resource({ loader: () => this.organisation.structure({ closed: 'yes' }) }));
  private readonly departments = computed(() => this.structure.value()?.departments ?? []);
  protected readonly openDepartments = computed(() => this.departments().filter(({ to }) => to === null));
  private readonly names = unitNames(this.departments);

  protected readonly found = kept(
    resource({ params: () => ({ state: this.state() }), loader: ({ params }) => this.client.list(params) }),
  );
  protected readonly rows = computed(() => this.found.value()?.lines ?? []);
  protected readonly columns = computed((): Column<PhoneLineEntry>[] => [
    { id: 'name', label: this.t('phone-lines.name') },
    { id: 'heard', label: this.t('phone-lines.heard'), text: (one) => this.heard(one) },
    {
      id: 'department',
      label: this.t('phone-lines.department'),
      text: ({ departmentId, departmentName }) => this.names.of(departmentId, departmentName),
      isWideOnly: true,
    },
    { id: 'by', label: this.t('phone-lines.by'), text: ({ createdBy }) => createdBy ?? '', isWideOnly: true },
    { id: 'since', label: this.t('phone-lines.since'), text: (one) => this.since(one), isWideOnly: true },
    { id: 'act', label: '', isNumber: true },
  ]);
  protected readonly idOf = ({ id }: PhoneLineEntry): string => id;
  protected readonly filters = computed(() =>
    (['active', 'revoked', 'all'] as const).map((value) => ({ value, label: this.t(`phone-lines.shown.${value}`) })),
  );

  constructor() {
    useKeys('page.phone-lines', [{ press: 'n', name: 'phone-lines.new', act: () => this.begin() }]);
  }

  protected begin(): void {
    this.opened.set(null);
    this.isNew.set(true);
  }

  protected show(opened: OpenedPhoneLine): void {
    this.isNew.set(false);
    this.opened.set(opened);
    this.found.reload();
  }

  /** What it tells from then on is not heard, and its address never works again. */
  protected async revoke({ id, name }: PhoneLineEntry): Promise<void> {
    const isMeant = await this.dialogs.confirm({
      heading: this.t('phone-lines.revoke.heading', { name }),
      consequence: this.t('phone-lines.revoke.consequence'),
      act: this.t('phone-lines.revoke.act'),
      keep: this.t('phone-lines.revoke.keep'),
    });
    if (!isMeant) return;
    await this.faults.heed(
      this.client.revoke(id).then(() => this.toasts.show({ text: 'phone-lines.revoked', values: { name } })),
    );
    this.found.reload();
  }

  private heard({ heardAt }: PhoneLineEntry): string {
    return heardAt === null ? this.t('phone-lines.never-heard') : this.format.dayTime(heardAt);
  }

  private since({ createdAt, revokedAt }: PhoneLineEntry): string {
    if (revokedAt === null) return this.format.date(createdAt);
    return this.t('phone-lines.revoked-on', { day: this.format.date(revokedAt) });
  }
}
