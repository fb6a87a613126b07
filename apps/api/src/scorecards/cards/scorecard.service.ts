import { Injectable } from '@nestjs/common';
import type {
  CardLine,
  CardTrend,
  FigureAnswer,
  IndicatorOnCard,
  OwnScorecards,
  Scorecard,
  ScorecardList,
  ScorecardsQuery,
  TrendQuestion,
} from '@forecall/contracts';
import {
  addDays,
  calendarUnits,
  type CardKind,
  cardTotal,
  definitionOf,
  dialNames,
  fewestUnnamed,
  goalScore,
  insteadOf,
  isWholeMonths,
  isWithoutChance,
  keyEnd,
  keysWithin,
  keyStart,
  localDay,
  metricIds,
  minimumNOn,
  narrowestOf,
  readingOf,
  shiftDay,
  shrunkOnCard,
  startOfDay,
  unitStart,
} from '@forecall/domain';
import { FiguresService } from '../../figures/figures.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { badField, badRequest, notFound } from '../../platform/http/problem.js';
import { type IndicatorHeld, indicatorsOn } from '../indicators/indicator.query.js';
import { listCards } from './card-list.query.js';
import { type CardPeriod, figuresAround, nothingAround, ownFigure, scopeOf } from './figures-around.js';
import { isSubjectSeen, kindsWithin, leadsSubject } from './subject-sight.js';
import { ownCards, type Subject, subjectOf } from './subject.query.js';

/** A card is of a year at most. */
const mostDays = 366;
const trendPoints = 12;

/** Whose card, of which days (`to` is the first day after). */
export interface CardAsked {
  readonly kind: CardKind;
  readonly id: string;
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** Targets against figures, of a rep, a team, a supervisor or a department. The figures are those of the figure route. */
@Injectable()
export class ScorecardService {
  constructor(
    private readonly database: Database,
    private readonly figures: FiguresService,
  ) {}

  async card(viewer: Viewer, asked: CardAsked, days: Days): Promise<Scorecard> {
    const period = await this.period(days);
    const subject = await this.seen(viewer, asked, period);
    const isOnlooker = subject.kind === 'rep' && !leadsSubject(reachOf(viewer), subject);
    const isOver = days.to <= localDay(new Date(), period.zone);
    const withholds = isOnlooker ? (isWholeMonths(days.from, days.to) && isOver ? 'few' : 'all') : 'nothing';
    return this.filled(subject, days, period, withholds);
  }

  /**
   * The same for the program itself, such as an appraisal: nobody's reach. `few`: of whole months, that a rep will read. Of
   * whom the history by now says that they were not there it is empty.
   */
  async own(
    asked: CardAsked,
    from: string,
    to: string,
    withholds: 'nothing' | 'few' = 'nothing',
  ): Promise<Pick<Scorecard, 'asOf' | 'lines' | 'total' | 'dials'>> {
    const period = await this.period({ from, to });
    const subject = await this.subjectThen(asked, period);
    if (subject) return this.filled(subject, { from, to }, period, withholds);
    const dials = asked.kind === 'supervisor' ? dialsOf([]) : null;
    return { asOf: new Date().toISOString(), lines: [], total: totalOf([]), dials };
  }

  async trend(viewer: Viewer, asked: CardAsked, { metric, by, to }: TrendQuestion): Promise<CardTrend> {
    const definition = definitionOf(metric);
    const instead = insteadOf(metric, by) ?? insteadOf(metric, asked.kind);
    if (definition.isOfAttribute || definition.source === 'complaint' || instead !== null)
      throw badField({ path: 'metric', code: 'no-trend', message: `${metric} is of no ${by} of such a card` });
    const unit = calendarUnits[by];
    const last = unitStart(addDays(to, -1), unit);
    const days = { from: shiftDay(last, unit, 1 - trendPoints), to };
    const zone = await this.figures.zone();
    const period = { zone, from: startOfDay(days.from, zone), to: startOfDay(to, zone) };
    const subject = await this.seen(viewer, asked, { ...period, from: startOfDay(last, zone) });
    const question = await this.figures.own(metric, { scope: scopeOf(subject), by: [by], ...period });
    const { groups, total } = await this.figures.answer(question, { quantiles: 'no', limit: 2 * trendPoints });
    const found = new Map(groups.map(({ keys: [key = ''], figure }) => [key, figure]));
    const points = keysWithin(by, days, trendPoints).map((key) => ({
      ...{ key, from: keyStart(by, key), to: addDays(keyEnd(by, key), 1) },
      figure: found.get(key) ?? withoutRows(total),
    }));
    return { metric, by, points };
  }

  async cardsOf(viewer: Viewer): Promise<OwnScorecards> {
    return { cards: await ownCards(this.database, reachOf(viewer)) };
  }

  async list(viewer: Viewer, query: ScorecardsQuery): Promise<ScorecardList> {
    const reach = reachOf(viewer);
    const found = await listCards(this.database, query, reach);
    const cards = found.slice(0, query.limit);
    const next = found.length > query.limit ? (cards.at(-1)?.id ?? null) : null;
    return { cards, kinds: kindsWithin(reach), next };
  }

  private async period({ from, to }: Days): Promise<CardPeriod> {
    if (from >= to)
      throw badRequest('period-empty', 'from: the period ends before it begins.', {
        fields: [{ path: 'from', code: 'period-empty', message: 'must be before `to`' }],
      });
    if (to > addDays(from, mostDays))
      throw badField({ path: 'to', code: 'card-too-long', message: `lies more than ${mostDays} days after from` });
    const zone = await this.figures.zone();
    return { zone, from: startOfDay(from, zone), to: startOfDay(to, zone) };
  }

  /** As it stood at the last moment of the period, which is now while it runs. */
  private subjectThen({ kind, id }: CardAsked, { from, to }: CardPeriod): Promise<Subject | undefined> {
    const at = new Date(Math.min(to.getTime() - 1, Date.now()));
    return subjectOf(this.database, kind, id, { from, to, at });
  }

  private async seen(viewer: Viewer, asked: CardAsked, period: CardPeriod): Promise<Subject> {
    const subject = await this.subjectThen(asked, period);
    if (!subject || !isSubjectSeen(reachOf(viewer), subject)) throw notFound('scorecard');
    return subject;
  }

  private async filled(subject: Subject, days: Days, period: CardPeriod, withholds: Withheld): Promise<Scorecard> {
    const asOf = new Date();
    const today = localDay(asOf, period.zone);
    const lastDay = addDays(days.to, -1);
    const held = narrowestOf(
      await indicatorsOn(this.database, subject.kind, lastDay < today ? lastDay : today, subject),
    ).toSorted(heaviestFirst);
    const lines: CardLine[] = [];
    // One after the other: a card takes three connections of the pool, however many indicators it has.
    for (const indicator of held) lines.push(await this.line(subject, indicator, period, withholds));
    const { teamIds: _teams, departmentIds: _departments, ...shown } = subject;
    return {
      ...{ subject: shown, ...days, asOf: asOf.toISOString(), isGroupWithheld: withholds === 'all', lines },
      total: totalOf(lines),
      dials: subject.kind === 'supervisor' ? dialsOf(lines) : null,
    };
  }

  private async line(
    subject: Subject,
    held: IndicatorHeld,
    period: CardPeriod,
    withholds: Withheld,
  ): Promise<CardLine> {
    const { metric } = held;
    const minimumN = minimumNOn(subject.kind, metric);
    const indicator = onCard(held);
    // A definition of another version may rule out what was wanted before.
    const nothing = {
      indicator,
      figure: null,
      shrunk: null,
      group: null,
      reading: 'none',
      score: null,
      minimumN,
    } as const;
    if (insteadOf(metric, subject.kind) !== null) return nothing;
    const [figure, around] = await Promise.all([
      ownFigure(this.figures, metric, subject, period),
      withholds === 'all'
        ? nothingAround
        : figuresAround(this.figures, metric, subject, period, { byMonth: withholds === 'few' }),
    ]);
    // Of too many rows at once.
    if (figure === null) return nothing;
    const reading = readingOf(isWithoutChance(metric) ? { ...figure, interval: null } : figure, held, minimumN);
    const isRead = figure.value !== null && reading !== 'few' && reading !== 'none';
    const isTold = (others: number) => withholds === 'nothing' || others >= fewestUnnamed;
    const own = { numerator: figure.numerator, n: figure.denominator ?? 0 };
    const isShrunk = isTold(around.others.colleagues) && !isWithoutChance(metric);
    return {
      ...{ indicator, figure, reading, minimumN, group: isTold(around.others.inGroup) ? around.group : null },
      shrunk: isShrunk ? shrunkOnCard(definitionOf(metric), own, around.colleagues) : null,
      score: isRead && figure.value !== null ? goalScore(figure.value, held) : null,
    };
  }
}

/**
 * What of the group a card does not tell: nothing to who leads there; to a rep everything, or over whole months that are
 * over what rests on fewer than four colleagues in any of them. Two looks that differ by a day would tell of one
 * colleague's day, and a quarter less its other months of a month.
 */
type Withheld = 'nothing' | 'few' | 'all';

/** A week or month in which nothing was counted. */
const withoutRows = (figure: FigureAnswer): FigureAnswer => ({
  ...figure,
  ...{ numerator: 0, denominator: figure.denominator === null ? null : 0, n: 0, interval: null },
  ...{ value: figure.denominator === null ? 0 : null, standardDeviation: null, excluded: {}, beside: {} },
});

/** Of equal weight in the order in which figures are defined. */
const heaviestFirst = (one: IndicatorHeld, other: IndicatorHeld): number =>
  other.weight - one.weight || metricIds.indexOf(one.metric) - metricIds.indexOf(other.metric);

const totalOf = (lines: readonly CardLine[]) =>
  cardTotal(lines.map(({ indicator, score }) => ({ weight: indicator.weight, score })));

const dialsOf = (lines: readonly CardLine[]): Scorecard['dials'] => {
  const [targets, team, skills] = dialNames.map((dial) =>
    totalOf(lines.filter(({ indicator }) => indicator.dial === dial)),
  );
  if (!targets || !team || !skills) throw new Error('There are three dials.');
  return { targets, team, skills };
};

const onCard = ({ departmentId, teamId, setOn, ...rest }: IndicatorHeld): IndicatorOnCard => ({
  ...rest,
  ...(setOn !== null && { setOn }),
  audience: teamId !== null ? 'team' : departmentId !== null ? 'department' : 'all',
});
