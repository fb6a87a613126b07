import { Injectable } from '@nestjs/common';
import { type AppraisalKind, insteadOf, type MetricId, startOfDay } from '@forecall/domain';
import type { Scorecard } from '@forecall/contracts';
import { FiguresService, type Question } from '../../figures/figures.service.js';
import { ScorecardService } from '../../scorecards/cards/scorecard.service.js';

export type OwnCard = Pick<Scorecard, 'asOf' | 'lines' | 'total' | 'dials'>;

export interface CardOf {
  readonly kind: AppraisalKind;
  readonly id: string;
  readonly from: string;
  /** The first day after the period. */
  readonly to: string;
}

/** The scorecard that an appraisal is about, and the question behind each of its figures. */
@Injectable()
export class OwnCardService {
  constructor(
    private readonly scorecards: ScorecardService,
    private readonly figures: FiguresService,
  ) {}

  /** Whom it is about reads it too: it tells of no few colleagues. */
  async card({ kind, id, from, to }: CardOf): Promise<OwnCard> {
    const { asOf, lines, total, dials } = await this.scorecards.own(
      { kind, id },
      from,
      to,
      kind === 'rep' ? 'few' : 'nothing',
    );
    return { asOf, lines, total, dials };
  }

  /** null: the figure is not given of such a card. */
  async question({ kind, id, from, to }: CardOf, metric: MetricId, zone: string): Promise<Question | null> {
    if (insteadOf(metric, kind) !== null) return null;
    const period = { from: startOfDay(from, zone), to: startOfDay(to, zone) };
    return this.figures.own(metric, { scope: [{ dimension: kind, id }], by: [], zone, ...period });
  }
}
