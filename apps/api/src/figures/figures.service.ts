import { Injectable } from '@nestjs/common';
import {
  type AtomCounts,
  chartedMetrics,
  definitionOf,
  type Figure,
  figureFrom,
  type MetricDefinition,
  type MetricId,
} from '@forecall/domain';
import type { FigureAnswer, FigureQuestion, FigureReply } from '@forecall/contracts';
import { hasRole, type Reach, reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database, type Sql } from '../platform/database/database.js';
import { badRequest } from '../platform/http/problem.js';
import { complaintCounts, countAtoms, type Counted, type Quantiles, quantilesOf, rowsToRead } from './figure.query.js';
import { namesOf } from './names.query.js';
import { openComplaints } from './open-complaints.query.js';
import { organisationZone } from './organisation-zone.query.js';
import { checkAgainstDefinition, type Question, type ScopePart, scopeParts, unitDimensions } from './question.js';
import { instantOf } from './segments.js';
import { type RowsBehind, rowsBehind } from './rows-behind.query.js';
import { tallyFor } from './tally-source.js';

export type { Question, RowsBehind };

/** Above this many rows a figure is not computed at once. */
const mostRows = 1_000_000;

const noQuantiles: Quantiles = { median: null, percentile90: null, percentile95: null, maximum: null };

/** What the engine says of a group without rows. */
export const figureOfNothing = (metric: MetricId): FigureAnswer => withQuantiles(figureFrom(metric, {}));

/** Every figure of the product: board, lists, exports, alarms and checks ask here. */
@Injectable()
export class FiguresService {
  constructor(private readonly database: Database) {}

  async figure(viewer: Viewer, metricId: MetricId, asked: FigureQuestion): Promise<FigureReply> {
    const question = await this.question(viewer, metricId, asked);
    return this.answer(question, asked);
  }

  /** The question as instants and conditions, with the reach that it must be narrowed to (null: none). */
  async question(
    viewer: Viewer,
    metricId: MetricId,
    asked: Omit<FigureQuestion, 'by' | 'quantiles'> & { by?: string[] },
  ): Promise<Question> {
    const scope = scopeParts(asked.scope);
    const by = asked.by ?? [];
    checkAgainstDefinition(metricId, { by, scope });
    const zone = await this.zone();
    const [from, to] = [period(asked.from, 'from', zone), period(asked.to, 'to', zone)];
    if (from >= to) {
      throw badRequest('period-empty', 'from: the period ends before it begins.', {
        fields: [{ path: 'from', code: 'period-empty', message: 'must be before `to`' }],
      });
    }
    const base = {
      metricId,
      metric: definitionOf(metricId),
      scope,
      by,
      from,
      to,
      zone,
      clock: asked.clock,
      thresholdSeconds: asked.threshold,
      attribute: attributeOf(metricId, asked.attribute),
      letters: asked.letters,
    };
    return { ...base, reach: narrowing(viewer, base), onlooker: reachOf(viewer) };
  }

  zone(): Promise<string> {
    return organisationZone(this.database);
  }

  /** The counted atoms behind a question of our own making, by breakdown key, all of them up to `limit`. */
  counts(question: Question, limit = 10_000): Promise<Counted[]> {
    return countAtoms(this.database, question, { after: null, limit });
  }

  /** The complaints of a rate by what they have in common, the most first, at most so many groups. */
  complaintsBy(question: Question, limit: number): Promise<{ keys: string[]; complaints: number }[]> {
    return complaintCounts(this.database, question, limit);
  }

  /** Which rows stand in a figure of our own asking. */
  rowsBehind(question: Question, sql: Sql = this.database): Promise<RowsBehind> {
    return rowsBehind(sql, question);
  }

  /** The names of units by id; of what has none (a channel, an attribute) there is no entry. */
  namesOf(dimension: string, ids: readonly string[]): ReturnType<typeof namesOf> {
    return namesOf(this.database, dimension, ids);
  }

  /** A question of the program itself, for nobody's eyes in particular: nothing is narrowed or withheld. */
  async own(
    metricId: MetricId,
    { zone, ...asked }: Pick<Question, 'scope' | 'by' | 'from' | 'to'> & { readonly zone?: string },
  ): Promise<Question> {
    return {
      ...{ ...asked, metricId, metric: definitionOf(metricId), zone: zone ?? (await this.zone()), clock: 'end' },
      ...{ thresholdSeconds: 20, attribute: null, letters: 'as-recorded', reach: null, onlooker: null },
    };
  }

  async answer(question: Question, asked: Pick<FigureQuestion, 'quantiles' | 'after' | 'limit'>): Promise<FigureReply> {
    return question.metric.source === 'complaint'
      ? this.openComplaints(question, asked)
      : this.counted(question, asked);
  }

  private async counted(
    question: Question,
    asked: Pick<FigureQuestion, 'quantiles' | 'after' | 'limit'>,
  ): Promise<FigureReply> {
    const { kind, unit } = question.metric;
    // Promoters, passives and detractors have no middle one.
    const wantsQuantiles = asked.quantiles === 'yes' && kind === 'mean' && unit !== 'net-share';
    if (wantsQuantiles || !tallyFor(question)) await this.refuseTooMany(question);
    const whole = { ...question, by: [] };
    const page = { after: afterKeys(asked.after, question.by.length), limit: asked.limit + 1 };
    const [total, groups, totalQuantiles, groupQuantiles] = await Promise.all([
      countAtoms(this.database, whole, null),
      question.by.length > 0 ? countAtoms(this.database, question, page) : [],
      wantsQuantiles ? quantilesOf(this.database, whole) : new Map<string, Quantiles>(),
      wantsQuantiles && question.by.length > 0 ? quantilesOf(this.database, question) : new Map<string, Quantiles>(),
    ]);
    const shown = groups.slice(0, asked.limit);
    return {
      ...this.frame(question),
      total: withQuantiles(figureFrom(question.metricId, total[0]?.counts ?? {}), totalQuantiles.get('[]')),
      groups: await this.named(
        question,
        shown.map(({ keys, counts }: Counted) => ({
          keys: [...keys],
          figure: withQuantiles(figureFrom(question.metricId, counts), groupQuantiles.get(JSON.stringify(keys))),
        })),
      ),
      next: groups.length > asked.limit ? JSON.stringify(shown.at(-1)?.keys) : null,
    };
  }

  private async openComplaints(
    question: Question,
    asked: Pick<FigureQuestion, 'after' | 'limit'>,
  ): Promise<FigureReply> {
    const page = { after: afterKeys(asked.after, question.by.length), limit: asked.limit + 1 };
    const whole = { ...question, by: [] };
    const [[total], groups] = await Promise.all([
      openComplaints(this.database, whole, null),
      question.by.length > 0 ? openComplaints(this.database, question, page) : [],
    ]);
    const figure = (
      found: { count: number; medianAge: number | null; oldestAge: number | null } | undefined,
    ): FigureAnswer => ({
      ...withQuantiles(figureFrom(question.metricId, { complaint: found?.count ?? 0 } satisfies AtomCounts)),
      median: found?.medianAge ?? null,
      oldestSeconds: found?.oldestAge ?? null,
    });
    const lines = groups.slice(0, asked.limit).map((group) => ({ keys: [...group.keys], figure: figure(group) }));
    const next = groups.length > asked.limit ? JSON.stringify(lines.at(-1)?.keys) : null;
    return { ...this.frame(question), total: figure(total), groups: await this.named(question, lines), next };
  }

  private frame(question: Question): Omit<FigureReply, 'total' | 'groups' | 'next'> {
    return {
      asOf: new Date().toISOString(),
      from: question.from.toISOString(),
      to: question.to.toISOString(),
      zone: question.zone,
      clock: question.clock,
      thresholdSeconds: question.thresholdSeconds,
      narrowedToReach: question.reach !== null,
    };
  }

  private async named(
    question: Question,
    lines: { keys: string[]; figure: FigureAnswer }[],
  ): Promise<FigureReply['groups']> {
    const names = await Promise.all(
      question.by.map((dimension, index) =>
        namesOf(
          this.database,
          dimension,
          lines.map(({ keys }) => keys[index] ?? ''),
        ),
      ),
    );
    return lines.map(({ keys, figure }) => ({
      keys,
      names: keys.map((key, index) => names[index]?.get(key) ?? null),
      figure,
    }));
  }

  private async refuseTooMany(question: Question, sql: Sql = this.database): Promise<void> {
    if ((await rowsToRead(sql, question, mostRows + 1)) > mostRows) {
      throw badRequest(
        'too-many-rows',
        `The period holds more than ${mostRows} rows for this breakdown. Narrow the period or the scope.`,
        {
          values: { most: mostRows },
        },
      );
    }
  }
}

/** A figure of an attribute names it, and no other does. */
function attributeOf(metricId: MetricId, attribute: string | undefined): string | null {
  const metric: MetricDefinition = definitionOf(metricId);
  const isOfAttribute = metric.isOfAttribute === true;
  if (isOfAttribute === (attribute !== undefined)) return attribute ?? null;
  const message = isOfAttribute ? 'say which attribute' : `${metricId} is about no attribute`;
  throw badRequest('invalid', `attribute: ${message}.`, { fields: [{ path: 'attribute', code: 'invalid', message }] });
}

function period(text: string, path: string, zone: string): Date {
  const at = instantOf(text, zone);
  if (at.getUTCFullYear() < 1900 || at.getUTCFullYear() > 2200) {
    throw badRequest('invalid', `${path}: the year must lie between 1900 and 2200.`, {
      fields: [{ path, code: 'out_of_range', message: 'the year must lie between 1900 and 2200' }],
    });
  }
  return at;
}

function withQuantiles(figure: Figure, quantiles: Quantiles = noQuantiles): FigureAnswer {
  return { ...figure, ...quantiles };
}

function afterKeys(after: string | undefined, count: number): string[] | null {
  if (after === undefined) return null;
  const parsed: unknown = safeJson(after);
  if (Array.isArray(parsed) && parsed.length === count && parsed.every((key): key is string => typeof key === 'string'))
    return parsed;
  throw badRequest('invalid', 'after: is not what an answer gave as `next`.', {
    fields: [{ path: 'after', code: 'invalid_format', message: 'is not what an answer gave as `next`' }],
  });
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The figures of the board and of control charts, and what they may be broken down by for every leader: nothing that
 * names anybody.
 */
const ofTheBoard: Readonly<Partial<Record<MetricId, readonly string[]>>> = {
  ...Object.fromEntries(chartedMetrics.map((metric) => [metric, ['department']])),
  'proactive-catch-rate': ['department', 'care-class'],
  'complaints-per-1000-accounts': ['care-class'],
};

/**
 * The reach that a question is narrowed to: none for those who see everything, for a scope that lies within the
 * reach, and for the board's figures. The total is of the same reach as its groups, so that it is their sum.
 */
function narrowing(viewer: Viewer, question: Pick<Question, 'metricId' | 'scope' | 'by'>): Reach | null {
  const reach = reachOf(viewer);
  if (reach.everything || isWithin(question.scope, reach)) return null;
  const board = ofTheBoard[question.metricId];
  const isBoardFigure = board !== undefined && unitDimensions(question).every((dimension) => board.includes(dimension));
  return isBoardFigure && hasRole(viewer, 'supervisor', 'head', 'executive') ? null : reach;
}

const isWithin = (scope: readonly ScopePart[], reach: Reach): boolean =>
  scope.some(
    ({ dimension, id }) =>
      (dimension === 'department' && reach.departmentIds.includes(id)) ||
      (dimension === 'team' && reach.teamIds.includes(id)) ||
      (dimension === 'rep' && reach.staffId === id),
  );
