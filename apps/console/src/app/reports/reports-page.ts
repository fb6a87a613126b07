import { Clipboard } from '@angular/cdk/clipboard';
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { SavedReport, ReportView } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { map } from 'rxjs';
import { Formats } from '../platform/format/formats.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { describePage } from '../platform/page/page-head.js';
import { Session } from '../platform/session/session.js';
import { Segment } from '../ui/choice/segment.js';
import { Banner } from '../ui/feedback/banner.js';
import { Empty } from '../ui/feedback/empty.js';
import { FiguresMoving } from '../ui/feedback/figures-moving.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Icon } from '../ui/icon/icon.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import { Tabs } from '../ui/tabs/tabs.js';
import { type Asked, askedIn, firstAsked, paramsOf, viewsOf, withView } from './question/asked.js';
import { lacksAttribute, unknownAttribute } from './question/attributes.js';
import { QuestionBar } from './question/question-bar.js';
import { ReportCard } from './report-card.js';
import { ReportsClient } from './reports-client.js';
import { MailForm } from './saved/mail-form.js';
import { SaveForm } from './saved/save-form.js';
import { SavedReports } from './saved/saved-reports.js';

type PanelName = 'save' | 'mail';

/** Any figure, by whatever it is broken down, against what was before; kept, shared and mailed under a name. */
@Component({
  selector: 'fc-reports-page',
  imports: [
    ...[Banner, CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, KeyCaps, Load, MailForm, QuestionBar, Ready],
    ...[Empty, FiguresMoving, ReportCard, SavedReports, SaveForm, Segment, Shape, Skeleton, Tabs],
  ],
  templateUrl: './reports-page.html',
  styleUrl: './reports-page.css',
})
export class ReportsPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly router = inject(Router);
  private readonly client = inject(ReportsClient);
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  private readonly session = inject(Session);
  private readonly route = inject(ActivatedRoute);

  protected readonly id = toSignal(this.route.paramMap.pipe(map((params) => params.get('id'))), { initialValue: null });
  private readonly address = toSignal(this.route.queryParams, { initialValue: {} });
  protected readonly mayKeep = computed(() => this.session.hasRole('supervisor', 'head', 'executive'));

  /** The charts of departments are for those who lead. */
  protected readonly tabs = computed(() => [
    { label: this.t('page.reports'), link: '/reports' },
    ...(this.mayKeep() ? [{ label: this.t('page.control-charts'), link: '/control-charts' }] : []),
  ]);

  protected readonly found = resource({
    params: () => this.id() ?? undefined,
    loader: ({ params }) => this.client.one(params),
  });
  /** The kept report that is open; null in the explorer. */
  protected readonly saved = linkedSignal<SavedReport | null>(() =>
    this.id() !== null && this.found.hasValue() ? this.found.value() : null,
  );
  /** The whole question is in the address; a kept report without one asks as it is kept. */
  protected readonly asked = computed(
    (): Asked | null =>
      askedIn(this.address()) ?? (this.id() === null ? firstAsked : (this.saved()?.definition ?? null)),
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  /** The figure of an imported attribute is asked once it is said of which. */
  protected readonly lacksAttribute = computed(() => {
    const asked = this.asked();
    return asked !== null && lacksAttribute(asked);
  });
  protected readonly table = resource({
    params: () => (this.lacksAttribute() ? undefined : (this.asked() ?? undefined)),
    loader: async ({ params: asked }) => ({ asked, table: await this.client.table(asked) }),
  });
  protected readonly shown = kept(this.table);
  /** Without the list names cannot be chosen; what is asked is answered all the same. */
  private readonly attributes = resource({ loader: () => this.client.attributes() });
  protected readonly inUse = computed(() => (this.attributes.hasValue() ? this.attributes.value() : undefined));
  protected readonly unknown = computed(() => {
    const shown = this.shown.value();
    return shown ? unknownAttribute(shown.asked, shown.table, this.inUse()) : null;
  });
  protected readonly isStale = computed(() => this.table.isLoading() && this.shown.value() !== undefined);
  protected readonly isChanged = computed(() => {
    const saved = this.saved();
    return (
      saved !== null &&
      JSON.stringify(paramsOf(saved.definition)) !== JSON.stringify(paramsOf(this.asked() ?? saved.definition))
    );
  });

  protected readonly panel = signal<PanelName | null>(null);
  protected readonly views = computed(() =>
    viewsOf(this.asked() ?? firstAsked).map((value) => ({ value, label: this.t(`reports.view.${value}`) })),
  );
  protected readonly period = computed(() => {
    const shown = this.shown.value();
    if (!shown) return '';
    const days = ({ from, to }: { from: string; to: string }) =>
      `${this.format.day(from)} – ${this.format.day(addDays(to, -1))}`;
    const { period, before, yearBefore } = shown.table;
    return [
      days(period),
      ...(before ? [this.t('reports.against', { period: days(before) })] : []),
      ...(yearBefore ? [this.t('reports.against-year', { period: days(yearBefore) })] : []),
    ].join(' · ');
  });
  protected readonly exports = computed(() => {
    const asked = this.asked() ?? firstAsked;
    return (['csv', 'xlsx'] as const).map((format) => ({
      format,
      address: this.client.exportAddress(asked, format, this.locale()),
    }));
  });

  constructor() {
    describePage(() => {
      const saved = this.saved();
      return saved ? { title: saved.name, parent: { title: this.t('page.reports'), link: '/reports' } } : {};
    });
    useKeys('page.reports', [
      { press: 's', name: 'reports.save', when: () => this.mayKeep(), act: () => this.panel.set('save') },
    ]);
  }

  protected ask(asked: Asked): void {
    void this.router.navigate([], { queryParams: paramsOf(asked), queryParamsHandling: 'merge' });
  }

  protected look(view: ReportView): void {
    const asked = this.asked();
    if (asked) this.ask(withView(asked, view));
  }

  protected fit(): void {
    this.look(this.asked()?.view ?? 'table');
  }

  /** Back to what is kept: an address without a question. */
  protected drop(): void {
    void this.router.navigate([], { queryParams: {} });
  }

  protected took(report: SavedReport): void {
    this.panel.set(null);
    this.saved.set(report);
    void this.router.navigate(['/reports', report.id]);
  }

  /** What is shared is open by its address to all who may open reports, each with what they may see. */
  protected async share(report: SavedReport): Promise<void> {
    await this.faults.heed(
      (report.isShared
        ? Promise.resolve(report)
        : this.client.change(report.id, { isShared: true, revision: report.revision })
      ).then((shared) => {
        this.saved.set(shared);
        this.clipboard.copy(new URL(`/reports/${report.id}`, location.origin).href);
        this.toasts.show({ text: 'reports.done.shared', values: { name: report.name } });
      }),
    );
  }

  protected async unshare(report: SavedReport): Promise<void> {
    await this.faults.heed(
      this.client.change(report.id, { isShared: false, revision: report.revision }).then((changed) => {
        this.saved.set(changed);
        this.toasts.show({ text: 'reports.done.unshared', values: { name: report.name } });
      }),
    );
  }

  protected deleted(id: string): void {
    if (id === this.id()) void this.router.navigate(['/reports']);
  }
}
