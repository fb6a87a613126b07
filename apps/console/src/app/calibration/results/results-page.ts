import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectSaid } from '../../exam-papers/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { describePage } from '../../platform/page/page-head.js';
import { Empty } from '../../ui/feedback/empty.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { CalibrationClient } from '../calibration-client.js';
import { AgreementTable } from './agreement-table.js';
import { LeniencyCard } from './leniency-card.js';

/** How far assessors agree by one version of a rubric, who leans where, and who still has to mark. */
@Component({
  selector: 'fc-calibration-results',
  imports: [AgreementTable, Empty, LeniencyCard, Load, Ready, RouterLink, Shape, Skeleton],
  templateUrl: './results-page.html',
  styleUrl: './results-page.css',
})
export class ResultsPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly format = inject(Formats);
  private readonly client = inject(CalibrationClient);
  readonly version = input.required<string>();

  protected readonly found = kept(
    resource({ params: () => ({ id: this.version() }), loader: ({ params: { id } }) => this.client.results(id) }),
  );
  protected readonly results = computed(() => this.found.value());
  protected readonly waiting = computed(() => {
    const bySession = Map.groupBy(this.results()?.waiting ?? [], ({ session }) => session.id);
    return [...bySession].flatMap(([id, some]) => {
      const [first] = some;
      const names = some.map(({ staff }) => staff.name).join(this.t('ui.list-comma'));
      return first ? [{ id, name: first.session.name, dueOn: first.dueOn, names }] : [];
    });
  });

  constructor() {
    describePage(() => {
      const rubric = this.results()?.rubric;
      const parent = { title: this.t('page.calibration'), link: '/exams/calibration' };
      return rubric
        ? { title: this.said(rubric.name), crumb: this.t('calibration.of-version', { n: rubric.n }), parent }
        : { parent };
    });
  }
}
