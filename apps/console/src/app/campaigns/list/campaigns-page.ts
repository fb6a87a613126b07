import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CampaignEntry, CampaignQuery } from '@forecall/contracts';
import { ExamsTabs, injectSaid } from '../../exam-papers/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { Session } from '../../platform/session/session.js';
import { Filter } from '../../ui/choice/filter.js';
import { Empty } from '../../ui/feedback/empty.js';
import { ListWithPanel } from '../../ui/panel/list-with-panel.js';
import { listPages } from '../../ui/table/list-pages.js';
import { Cell, type Column, Table } from '../../ui/table/table.js';
import { CampaignsClient } from '../campaigns-client.js';

/** Which departments are being brought through an exam, and how far they are. */
@Component({
  selector: 'fc-campaigns-page',
  imports: [Cell, Empty, ExamsTabs, Filter, ListWithPanel, RouterLink, Table],
  templateUrl: './campaigns-page.html',
})
export class CampaignsPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  private readonly nameOf = injectNameOf();
  private readonly format = inject(Formats);
  private readonly client = inject(CampaignsClient);
  private readonly router = inject(Router);
  protected readonly mayLead = inject(Session).hasRole('head', 'executive');

  protected readonly state = signal<CampaignQuery['state']>('open');
  private readonly query = computed(() => ({ state: this.state() }));
  protected readonly pages = listPages(this.query, (query) =>
    this.client.page(query).then(({ campaigns, next }) => ({ rows: campaigns, next })),
  );
  protected readonly states = computed(() =>
    (['open', 'closed'] as const).map((value) => ({ value, label: this.t(`campaigns.shown.${value}`) })),
  );
  protected readonly columns = computed((): Column<CampaignEntry>[] => [
    { id: 'name', label: this.t('campaigns.name') },
    { id: 'department', label: this.t('campaigns.department'), text: ({ department }) => this.nameOf(department) },
    {
      id: 'rubric',
      label: this.t('campaigns.rubric'),
      text: ({ rubric }) => this.t('campaigns.version', { name: this.said(rubric.name), n: rubric.n }),
      isWideOnly: true,
    },
    {
      id: 'days',
      label: this.t('campaigns.days'),
      text: ({ opensOn, endsOn }) =>
        this.t('campaigns.from-to', { from: this.format.day(opensOn), to: this.format.day(endsOn) }),
      isWideOnly: true,
    },
    {
      id: 'state',
      label: this.t('campaigns.state'),
      text: ({ state }) => this.t(`campaigns.states.${state}`),
      isWideOnly: true,
    },
    {
      id: 'passed',
      label: this.t('campaigns.passed'),
      isNumber: true,
      text: ({ state, passed, eligible }) => (state === 'planned' ? '–' : this.format.countOver(passed, eligible)),
    },
  ]);
  protected readonly idOf = ({ id }: CampaignEntry): string => id;

  constructor() {
    useKeys('page.exams', [
      { press: 'n', name: 'page.plan-campaign', when: () => this.mayLead, act: () => this.plan() },
    ]);
  }

  protected plan(): void {
    void this.router.navigate(['/exams/new']);
  }
}
