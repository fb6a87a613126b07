import { Injectable } from '@nestjs/common';
import type { FigureSince } from '@forecall/contracts';
import { followedThrough } from '@forecall/domain';
import { FiguresService, type Question } from '../../figures/figures.service.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { type FrozenCard, type FrozenLine, goalsDue, keptFigure } from './frozen.query.js';
import { rowsSince } from './rows-since.js';
import { type CardOf, type OwnCard, OwnCardService } from './own-card.service.js';

/** Takes the figures of an appraisal as they are at one moment, with their receipts, and says later what has changed. */
@Injectable()
export class FreezingService {
  constructor(
    private readonly database: Database,
    private readonly cards: OwnCardService,
    private readonly figures: FiguresService,
  ) {}

  async live(of: CardOf): Promise<OwnCard & Pick<FrozenCard, 'coaching'>> {
    return { ...(await this.cards.card(of)), coaching: await this.coaching(of) };
  }

  /** All of it in one picture of the database: the rows are those that the figures count. */
  take(of: CardOf): Promise<FrozenCard> {
    return this.database.asOne(async (sql) => {
      await sql.change('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      return this.frozen(of, sql);
    });
  }

  /** As it stands in a transaction of the caller's. */
  async frozen(of: CardOf, sql: Sql): Promise<FrozenCard> {
    const { lines, ...card } = await this.live(of);
    const frozen: FrozenLine[] = [];
    const zone = await this.figures.zone();
    for (const line of lines) {
      const question = line.figure && (await this.cards.question(of, line.indicator.metric, zone));
      const behind = question && (await this.figures.rowsBehind(question, sql));
      frozen.push({ line, question: question && asAsked(question), behind });
    }
    return { ...card, lines: frozen };
  }

  /** The same question asked again, beside what it answered then. */
  async since(of: CardOf, appraisalId: string, place: number): Promise<FigureSince> {
    const kept = await keptFigure(this.database, appraisalId, place);
    if (!kept?.frozen || !kept.line.figure) throw notFound('frozen figure');
    const { zone } = kept.frozen.question;
    const question = await this.cards.question(of, kept.line.indicator.metric, zone);
    if (!question) throw notFound('figure');
    const [{ total: now }, behind] = await Promise.all([
      this.figures.answer(question, { quantiles: 'no', limit: 1 }),
      this.figures.rowsBehind(question),
    ]);
    const { ids: before } = kept;
    const after = behind.ids;
    const without = (one: object, other: object) => Object.keys(one).filter((id) => !Object.hasOwn(other, id)).length;
    return {
      ...{ then: kept.line.figure, now },
      came: before && after && without(after, before),
      gone: before && after && without(before, after),
      isSame: kept.frozen.sha256 === behind.sha256.toString('hex'),
      rows: before && after ? await rowsSince(this.database, before, after) : [],
    };
  }

  private async coaching({ kind, id, from, to }: CardOf): Promise<FrozenCard['coaching']> {
    return kind === 'rep' ? null : followedThrough(await goalsDue(this.database, id, from, to));
  }
}

const asAsked = ({ metricId, scope, from, to, zone }: Question) => ({
  metric: metricId,
  scope: scope.map(({ dimension, id }) => `${dimension}:${id}`),
  ...{ from: from.toISOString(), to: to.toISOString(), zone },
});
