import { Component, computed, inject, resource, signal } from '@angular/core';
import type { OpenedWallboard, WallboardEntry, WallboardQuery } from '@forecall/contracts';
import { unitNames } from '../organisation/index.js';
import { OrganisationClient } from '../organisation/organisation-client.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Session } from '../platform/session/session.js';
import { Filter } from '../ui/choice/filter.js';
import { Dialogs } from '../ui/dialog/dialogs.js';
import { Empty } from '../ui/feedback/empty.js';
import { kept } from '../ui/feedback/kept.js';
import { ShownOnce } from '../ui/once/shown-once.js';
import { ListWithPanel } from '../ui/panel/list-with-panel.js';
import { Panel } from '../ui/panel/panel.js';
import { listPages } from '../ui/table/list-pages.js';
import { Cell, Table, type Column } from '../ui/table/table.js';
import { WallboardForm } from './wallboard-form.js';
import { WallboardsClient } from './wallboards-client.js';

/** Which big screens show the board without anybody signed in. */
@Component({
  selector: 'fc-wallboards-page',
  imports: [Cell, Empty, Filter, ListWithPanel, Panel, ShownOnce, Table, WallboardForm],
  templateUrl: './wallboards-page.html',
  styles: `
    .opened {
      display: grid;
      gap: 14px;
      padding: 14px;
    }
  `,
})
export class WallboardsPage {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(WallboardsClient);
  private readonly organisation = inject(OrganisationClient);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  private readonly faults = inject(Faults);
  private readonly session = inject(Session);

  protected readonly state = signal<WallboardQuery['state']>('active');
  protected readonly isNew = signal(false);
  protected readonly opened = signal<OpenedWallboard | null>(null);
  /** Administrators see no figures, so they only look after what is there. */
  protected readonly mayOpen = computed(() => this.session.hasRole('supervisor', 'head', 'executive'));
  private readonly structure = kept(resource({ loader: () => this.organisation.structure({ closed: 'yes' }) }));
  private readonly departments = computed(() => this.structure.value()?.departments ?? []);
  protected readonly openDepartments = computed(() => this.departments().filter(({ to }) => to === null));
  private readonly names = unitNames(this.departments);

  private readonly query = computed(() => ({ state: this.state() }));
  protected readonly pages = listPages(this.query, (query) =>
    this.client.page(query).then(({ wallboards, next }) => ({ rows: wallboards, next })),
  );
  protected readonly columns = computed((): Column<WallboardEntry>[] => [
    { id: 'name', label: this.t('wallboards.name') },
    { id: 'shows', label: this.t('wallboards.shows'), text: (one) => this.shows(one) },
    {
      id: 'locale',
      label: this.t('wallboards.locale'),
      text: ({ locale }) => this.t(`locale.${locale}`),
      isWideOnly: true,
    },
    { id: 'by', label: this.t('wallboards.by'), text: ({ createdBy }) => createdBy, isWideOnly: true },
    { id: 'since', label: this.t('wallboards.since'), text: (one) => this.since(one), isWideOnly: true },
    { id: 'act', label: '', isNumber: true },
  ]);
  protected readonly idOf = ({ id }: WallboardEntry): string => id;
  protected readonly filters = computed(() =>
    (['active', 'revoked', 'all'] as const).map((value) => ({ value, label: this.t(`wallboards.shown.${value}`) })),
  );

  constructor() {
    useKeys('page.wallboards', [
      { press: 'n', name: 'wallboards.new', when: () => this.mayOpen(), act: () => this.begin() },
    ]);
  }

  protected begin(): void {
    this.opened.set(null);
    this.isNew.set(true);
  }

  protected show(opened: OpenedWallboard): void {
    this.isNew.set(false);
    this.opened.set(opened);
    this.pages.reload();
  }

  /** The screen goes dark at once, and its address never works again. */
  protected async revoke({ id, name }: WallboardEntry): Promise<void> {
    const isMeant = await this.dialogs.confirm({
      heading: this.t('wallboards.revoke.heading', { name }),
      consequence: this.t('wallboards.revoke.consequence'),
      act: this.t('wallboards.revoke.act'),
      keep: this.t('wallboards.revoke.keep'),
    });
    if (!isMeant) return;
    await this.faults.heed(
      this.client.revoke(id).then(() => this.toasts.show({ text: 'wallboards.done.revoked', values: { name } })),
    );
    this.pages.reload();
  }

  private shows({ departmentId, departmentName }: WallboardEntry): string {
    return departmentId === null ? this.t('wallboards.all') : this.names.of(departmentId, departmentName ?? '');
  }

  private since({ createdAt, revokedAt }: WallboardEntry): string {
    if (revokedAt === null) return this.format.date(createdAt);
    return this.t('wallboards.revoked-on', { day: this.format.date(revokedAt) });
  }
}
