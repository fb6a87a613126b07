import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PaperDetail, PaperEntry, PaperKind } from '@forecall/contracts';
import { DocumentActs, injectDocumentList } from '../../drafts/index.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Filter } from '../../ui/choice/filter.js';
import { Segment } from '../../ui/choice/segment.js';
import { Empty } from '../../ui/feedback/empty.js';
import { ListWithPanel } from '../../ui/panel/list-with-panel.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { ExamPapersClient } from '../exam-papers-client.js';
import { ExamsTabs } from '../exams-tabs.js';
import { PaperForm } from './paper-form.js';

/** What exams are marked by and what is played in them. */
@Component({
  selector: 'fc-papers-page',
  imports: [Cell, DocumentActs, Empty, ExamsTabs, Filter, ListWithPanel, PaperForm, RouterLink, Segment, Table],
  templateUrl: './papers-page.html',
})
export class PapersPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  private readonly nameOf = injectNameOf();
  private readonly client = inject(ExamPapersClient);
  private readonly router = inject(Router);

  protected readonly kind = signal<PaperKind>('rubric');
  protected readonly kinds = computed(() =>
    (['rubric', 'scenario'] as const).map((value) => ({ value, label: this.t(`exam-papers.kinds.${value}`) })),
  );
  protected readonly list = injectDocumentList({
    query: computed(() => ({ kind: this.kind() })),
    load: (query) => this.client.page(query).then(({ papers, next }) => ({ rows: papers, next })),
    change: (id, told) => this.client.change(id, told).then(({ paper }) => paper.revision),
    column: computed((): Column<PaperEntry> => ({
      ...{ id: 'of', label: this.t('exam-papers.department'), isWideOnly: true },
      text: ({ department }) => (department ? this.nameOf(department) : this.t('exam-papers.everywhere')),
    })),
  });

  constructor() {
    useKeys('page.exam-papers', [
      { press: 'n', name: 'exam-papers.new', when: () => this.list.mayWrite, act: () => this.list.begin(null) },
    ]);
  }

  protected made({ paper }: PaperDetail): void {
    void this.router.navigate(['/exams/papers', paper.id]);
  }
}
