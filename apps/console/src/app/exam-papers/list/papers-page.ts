import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PaperDetail, PaperEntry, PaperKind, PaperQuery } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Session } from '../../platform/session/session.js';
import { Filter } from '../../ui/choice/filter.js';
import { Segment } from '../../ui/choice/segment.js';
import { Empty } from '../../ui/feedback/empty.js';
import { ListWithPanel } from '../../ui/panel/list-with-panel.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { ExamPapersClient } from '../exam-papers-client.js';
import { ExamsTabs } from '../exams-tabs.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { PaperForm } from './paper-form.js';

const besidePanel = new Set(['name', 'stands']);

/** What exams are marked by and what is played in them. */
@Component({
  selector: 'fc-papers-page',
  imports: [Cell, Empty, ExamsTabs, Filter, ListWithPanel, PaperForm, RouterLink, Segment, Table],
  templateUrl: './papers-page.html',
})
export class PapersPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  private readonly nameOf = injectNameOf();
  private readonly format = inject(Formats);
  private readonly client = inject(ExamPapersClient);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  protected readonly mayWrite = inject(Session).hasRole('head', 'executive');

  protected readonly kind = signal<PaperKind>('rubric');
  protected readonly state = signal<PaperQuery['state']>('current');
  /** The form is open: with the one to copy, or with none. */
  protected readonly form = signal<{ readonly copied: PaperEntry | null } | null>(null);
  private readonly query = computed(() => ({ kind: this.kind(), state: this.state() }));
  protected readonly pages = listPages(this.query, (query) =>
    this.client.page(query).then(({ papers, next }) => ({ rows: papers, next })),
  );
  protected readonly kinds = computed(() =>
    (['rubric', 'scenario'] as const).map((value) => ({ value, label: this.t(`exam-papers.kinds.${value}`) })),
  );
  protected readonly states = computed(() =>
    (['current', 'archived'] as const).map((value) => ({ value, label: this.t(`exam-papers.shown.${value}`) })),
  );
  protected readonly columns = computed(() =>
    this.form() === null ? this.all() : this.all().filter(({ id }) => besidePanel.has(id)),
  );
  private readonly all = computed((): Column<PaperEntry>[] => [
    { id: 'name', label: this.t('exam-papers.name') },
    {
      id: 'of',
      label: this.t('exam-papers.department'),
      text: ({ department }) => (department ? this.nameOf(department) : this.t('exam-papers.everywhere')),
      isWideOnly: true,
    },
    { id: 'stands', label: this.t('exam-papers.stands'), text: (one) => this.stands(one) },
    { id: 'act', label: this.t('exam-papers.acts'), isHeadHidden: true, isNumber: true },
  ]);
  protected readonly idOf = ({ id }: PaperEntry): string => id;

  constructor() {
    useKeys('page.exam-papers', [
      { press: 'n', name: 'exam-papers.new', when: () => this.mayWrite, act: () => this.begin(null) },
    ]);
  }

  protected begin(copied: PaperEntry | null): void {
    this.form.set(null);
    setTimeout(() => this.form.set({ copied }));
  }

  protected made({ paper }: PaperDetail): void {
    void this.router.navigate(['/exams/papers', paper.id]);
  }

  protected async archive({ id, name, revision, isArchived }: PaperEntry): Promise<void> {
    const set = async (revisionNow: number, archived: boolean) => {
      const { paper } = await this.client.change(id, { revision: revisionNow, isArchived: archived });
      this.pages.reload();
      return paper.revision;
    };
    await this.faults.heed(
      set(revision, !isArchived).then((now) =>
        this.toasts.show({
          text: isArchived ? 'exam-papers.was.taken-back' : 'exam-papers.was.archived',
          values: { name: this.said(name) },
          undo: () => this.faults.heed(set(now, isArchived)),
        }),
      ),
    );
  }

  private stands({ published, draft }: PaperEntry): string {
    const parts = [
      ...(published?.publishedAt
        ? [this.t('exam-papers.published', { n: published.n, day: this.format.date(published.publishedAt) })]
        : []),
      ...(draft ? [this.t('exam-papers.draft', { n: draft.n })] : []),
    ];
    return parts.join(this.t('ui.list-comma'));
  }
}
