import { Component, computed, inject, signal } from '@angular/core';
import type { OpenSurveyLink } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Session } from '../../platform/session/session.js';
import { Empty } from '../../ui/feedback/empty.js';
import { ListWithPanel } from '../../ui/panel/list-with-panel.js';
import { State } from '../../ui/state/state.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { SurveysTabs } from '../surveys-tabs.js';
import { LinkPanel } from './link-panel.js';
import { standingOf } from './link-stands.js';
import { LinksClient } from './links-client.js';
import { NewLink } from './new-link.js';

const besidePanel = new Set(['name', 'state']);

/** Standing links, printed or shown, by which anybody answers about a department. */
@Component({
  selector: 'fc-survey-links-page',
  imports: [Cell, Empty, LinkPanel, ListWithPanel, NewLink, State, SurveysTabs, Table],
  templateUrl: './links-page.html',
  styles: `
    fc-state {
      vertical-align: middle;
    }
  `,
})
export class LinksPage {
  protected readonly t = injectTexts();
  private readonly said = injectSaid();
  private readonly nameOf = injectNameOf();
  private readonly format = inject(Formats);
  private readonly client = inject(LinksClient);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  protected readonly mayMake = inject(Session).hasRole('head', 'executive');

  private readonly query = signal({});
  protected readonly pages = listPages(this.query, (query) =>
    this.client.page(query).then(({ links, next }) => ({ rows: links, next })),
  );
  /** What stands beside the list: the form, or a link by its id. */
  private readonly beside = signal<'new' | { readonly id: string } | null>(null);
  protected readonly isMaking = computed(() => this.beside() === 'new');
  protected readonly isOpen = computed(() => this.beside() !== null);
  protected readonly open = computed((): OpenSurveyLink | undefined => {
    const beside = this.beside();
    return typeof beside === 'object' && beside
      ? (this.pages.rows() as readonly OpenSurveyLink[]).find(({ id }) => id === beside.id)
      : undefined;
  });
  protected readonly columns = computed(() =>
    this.isOpen() ? this.all().filter(({ id }) => besidePanel.has(id)) : this.all(),
  );
  private readonly all = computed((): Column<OpenSurveyLink>[] => [
    { id: 'name', label: this.t('survey-links.name') },
    {
      ...{ id: 'department', label: this.t('survey-links.department'), isWideOnly: true },
      text: ({ department }) => this.nameOf(department),
    },
    {
      ...{ id: 'form', label: this.t('survey-links.form'), isWideOnly: true },
      text: ({ form }) => this.said({ en: form.nameEn, zh: form.nameZh }),
    },
    {
      ...{ id: 'ends', label: this.t('survey-links.ends-on'), isTight: true, isWideOnly: true },
      text: ({ endsOn }) => this.format.day(endsOn),
    },
    { id: 'state', label: this.t('survey-links.stands'), isTight: true },
    {
      ...{ id: 'answers', label: this.t('survey-links.answers'), isNumber: true },
      text: ({ answers }) => this.format.count(answers),
    },
  ]);
  protected readonly idOf = ({ id }: OpenSurveyLink): string => id;

  constructor() {
    describePage(() => ({ parent: { title: this.t('page.surveys'), link: '/surveys' } }));
    useKeys('page.survey-links', [
      { press: 'n', name: 'survey-links.new', when: () => this.mayMake, act: () => this.begin() },
    ]);
  }

  protected standing(link: OpenSurveyLink): string {
    return standingOf(link, this.format.today());
  }

  protected begin(): void {
    this.beside.set(null);
    setTimeout(() => this.beside.set('new'));
  }

  protected look({ id }: OpenSurveyLink): void {
    this.beside.set({ id });
  }

  protected close(): void {
    this.beside.set(null);
  }

  protected made({ id, name }: OpenSurveyLink): void {
    this.pages.reload();
    this.beside.set({ id });
    this.toasts.show({ text: 'survey-links.was.made', values: { name } });
  }

  /** Whoever has it finds that it leads nowhere; on again it is the same link. */
  protected async switch({ id, name, isOff, revision }: OpenSurveyLink): Promise<void> {
    const set = async (before: number, off: boolean) => {
      const { revision: now } = await this.client.change(id, { revision: before, isOff: off });
      this.pages.reload();
      return now;
    };
    await this.faults.heed(
      set(revision, !isOff).then((now) =>
        this.toasts.show({
          text: isOff ? 'survey-links.was.on' : 'survey-links.was.off',
          values: { name },
          undo: () => this.faults.heed(set(now, isOff)),
        }),
      ),
    );
  }
}
