import { Injectable } from '@nestjs/common';
import {
  type AppraisalKind,
  cardTotal,
  type DialName,
  goalScore,
  insteadOf,
  type MetricId,
  readingOf,
  startOfDay,
} from '@forecall/domain';
import type { CardLine, Scorecard } from '@forecall/contracts';
import { FiguresService, type Question } from '../../figures/figures.service.js';

export type OwnCard = Pick<Scorecard, 'asOf' | 'lines' | 'total' | 'dials'>;

export interface CardOf {
  readonly kind: AppraisalKind;
  readonly id: string;
  readonly from: string;
  /** The first day after the period. */
  readonly to: string;
}

interface Wanted {
  readonly id: string;
  readonly metric: MetricId;
  readonly target: number;
  readonly floor: number;
  readonly dial: DialName | null;
}

const wanted = (n: number, metric: MetricId, target: number, floor: number, dial: DialName | null = null): Wanted => ({
  ...{ id: `00000000-0000-7000-8000-00000000000${n}`, metric, target, floor, dial },
});

/** Until an executive has set indicators of their own. */
const fixed: Readonly<Record<AppraisalKind, readonly Wanted[]>> = {
  rep: [
    wanted(1, 'csat', 0.85, 0.6),
    wanted(2, 'complaints-concerning', 0.02, 0.06),
    wanted(3, 'promise-kept-rate', 0.95, 0.7),
    wanted(4, 'cadence-compliance', 0.9, 0.6),
  ],
  supervisor: [
    wanted(5, 'csat', 0.85, 0.6, 'targets'),
    wanted(6, 'complaints-concerning', 0.02, 0.06, 'team'),
    wanted(7, 'promise-kept-rate', 0.95, 0.7, 'skills'),
  ],
};

/** The card that an appraisal is about, and the question behind each of its figures. */
@Injectable()
export class OwnCardService {
  constructor(private readonly figures: FiguresService) {}

  async card(of: CardOf): Promise<OwnCard> {
    const lines: CardLine[] = [];
    for (const want of fixed[of.kind]) {
      const question = await this.question(of, want.metric);
      if (question) lines.push(await this.line(question, want));
    }
    return {
      ...{ asOf: new Date().toISOString(), lines },
      total: cardTotal(weighted(lines)),
      dials:
        of.kind === 'supervisor'
          ? { targets: dialOf(lines, 'targets'), team: dialOf(lines, 'team'), skills: dialOf(lines, 'skills') }
          : null,
    };
  }

  /** null: the figure is not given of such a card. */
  async question({ kind, id, from, to }: CardOf, metric: MetricId): Promise<Question | null> {
    const dimension = kind === 'rep' ? 'rep' : 'supervisor';
    if (insteadOf(metric, dimension) !== null) return null;
    const zone = await this.figures.zone();
    const period = { from: startOfDay(from, zone), to: startOfDay(to, zone) };
    return this.figures.own(metric, { scope: [{ dimension, id }], by: [], zone, ...period });
  }

  private async line(question: Question, { id, metric, target, floor, dial }: Wanted): Promise<CardLine> {
    const { total: figure } = await this.figures.answer(question, { quantiles: 'no', limit: 1 });
    const minimumN = 20;
    const isEnough = figure.value !== null && figure.n >= minimumN;
    return {
      indicator: { id, metric, target, floor, weight: 1, dial },
      ...{ figure, shrunk: null, group: null, minimumN },
      reading: readingOf(figure, { target, floor }, minimumN),
      score: isEnough && figure.value !== null ? goalScore(figure.value, { target, floor }) : null,
    };
  }
}

const weighted = (lines: readonly CardLine[]) => lines.map(({ indicator: { weight }, score }) => ({ weight, score }));
const dialOf = (lines: readonly CardLine[], name: DialName) =>
  cardTotal(weighted(lines.filter(({ indicator }) => indicator.dial === name)));
