import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { SurveyForm, SurveyFormDetail } from '@forecall/contracts';
import { DocumentActs, injectDocumentList } from '../../drafts/index.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Filter } from '../../ui/choice/filter.js';
import { Banner } from '../../ui/feedback/banner.js';
import { Empty } from '../../ui/feedback/empty.js';
import { ListWithPanel } from '../../ui/panel/list-with-panel.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { SurveysClient } from '../surveys-client.js';
import { SurveysTabs } from '../surveys-tabs.js';
import { NewForm } from './new-form.js';

const whereChosen: Readonly<Record<string, 'rules' | 'links'>> = {
  'form-asked-by-rules': 'rules',
  'form-asked-by-cadence': 'rules',
  'form-asked-by-link': 'links',
};

/** The forms that customers are asked by. */
@Component({
  selector: 'fc-survey-forms-page',
  imports: [Banner, Cell, DocumentActs, Empty, Filter, ListWithPanel, NewForm, RouterLink, SurveysTabs, Table],
  templateUrl: './forms-page.html',
})
export class FormsPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  private readonly client = inject(SurveysClient);
  private readonly router = inject(Router);
  private readonly problems = inject(ProblemTexts);

  protected readonly list = injectDocumentList({
    query: computed(() => ({})),
    load: (query) => this.client.page(query).then(({ forms, next }) => ({ rows: forms, next })),
    change: (id, told) => this.client.change(id, told).then(({ form }) => form.revision),
    isTold: (error) => this.tell(error),
    column: computed((): Column<SurveyForm> => ({
      ...{ id: 'kind', label: this.t('surveys.asks'), isWideOnly: true },
      text: ({ kind }) => this.t(`surveys.kind.${kind}`),
    })),
  });

  /** What asks by the form that was to be archived, and where another is chosen. */
  protected readonly inUse = signal<{ readonly text: string; readonly to: 'rules' | 'links' } | null>(null);

  constructor() {
    useKeys('page.surveys', [
      { press: 'n', name: 'surveys.new', when: () => this.list.mayWrite, act: () => this.list.begin(null) },
    ]);
  }

  protected archive(one: SurveyForm): void {
    this.inUse.set(null);
    void this.list.archive(one);
  }

  private tell(error: unknown): boolean {
    const to = whereChosen[problemOf(error).code];
    if (to === undefined) return false;
    this.inUse.set({ text: this.problems.sentence(error), to });
    return true;
  }

  protected made({ form }: SurveyFormDetail): void {
    void this.router.navigate(['/surveys', form.id]);
  }
}
