import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { SurveyForm, SurveyFormDetail, SurveyFormQuery } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Session } from '../../platform/session/session.js';
import { Filter } from '../../ui/choice/filter.js';
import { Empty } from '../../ui/feedback/empty.js';
import { ListWithPanel } from '../../ui/panel/list-with-panel.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { SurveysClient } from '../surveys-client.js';
import { SurveysTabs } from '../surveys-tabs.js';
import { NewForm } from './new-form.js';

const besidePanel = new Set(['name', 'stands']);

/** The forms that customers are asked by. */
@Component({
  selector: 'fc-survey-forms-page',
  imports: [Cell, Empty, Filter, ListWithPanel, NewForm, RouterLink, SurveysTabs, Table],
  templateUrl: './forms-page.html',
})
export class FormsPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  private readonly format = inject(Formats);
  private readonly client = inject(SurveysClient);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  protected readonly mayWrite = inject(Session).hasRole('head', 'executive');

  protected readonly state = signal<SurveyFormQuery['state']>('current');
  /** The form is open: with the one to copy, or with none. */
  protected readonly form = signal<{ readonly copied: SurveyForm | null } | null>(null);
  private readonly query = computed(() => ({ state: this.state() }));
  protected readonly pages = listPages(this.query, (query) =>
    this.client.page(query).then(({ forms, next }) => ({ rows: forms, next })),
  );
  protected readonly states = computed(() =>
    (['current', 'archived'] as const).map((value) => ({ value, label: this.t(`surveys.shown.${value}`) })),
  );
  protected readonly columns = computed(() =>
    this.form() === null ? this.all() : this.all().filter(({ id }) => besidePanel.has(id)),
  );
  private readonly all = computed((): Column<SurveyForm>[] => [
    { id: 'name', label: this.t('surveys.name') },
    { id: 'kind', label: this.t('surveys.asks'), text: ({ kind }) => this.t(`surveys.kind.${kind}`), isWideOnly: true },
    { id: 'stands', label: this.t('surveys.stands'), text: (one) => this.stands(one) },
    { id: 'act', label: this.t('surveys.acts'), isHeadHidden: true, isNumber: true },
  ]);
  protected readonly idOf = ({ id }: SurveyForm): string => id;

  constructor() {
    useKeys('page.surveys', [
      { press: 'n', name: 'surveys.new', when: () => this.mayWrite, act: () => this.begin(null) },
    ]);
  }

  protected begin(copied: SurveyForm | null): void {
    this.form.set(null);
    setTimeout(() => this.form.set({ copied }));
  }

  protected made({ form }: SurveyFormDetail): void {
    void this.router.navigate(['/surveys', form.id]);
  }

  protected async archive({ id, name, revision, isArchived }: SurveyForm): Promise<void> {
    const set = async (revisionNow: number, archived: boolean) => {
      const { form } = await this.client.change(id, { revision: revisionNow, isArchived: archived });
      this.pages.reload();
      return form.revision;
    };
    await this.faults.heed(
      set(revision, !isArchived).then((now) =>
        this.toasts.show({
          text: isArchived ? 'surveys.was.taken-back' : 'surveys.was.archived',
          values: { name: this.said(name) },
          undo: () => this.faults.heed(set(now, isArchived)),
        }),
      ),
    );
  }

  private stands({ published, draft }: SurveyForm): string {
    const parts = [
      ...(published?.publishedAt
        ? [this.t('surveys.published', { n: published.n, day: this.format.date(published.publishedAt) })]
        : []),
      ...(draft ? [this.t('surveys.draft', { n: draft.n })] : []),
    ];
    return parts.join(this.t('ui.list-comma'));
  }
}
