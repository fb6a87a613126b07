import { Injectable, Logger } from '@nestjs/common';
import { alarmDimensions } from '@forecall/contracts';
import { startOfDay } from '@forecall/domain';
import { FiguresService } from '../../figures/figures.service.js';
import { NotificationService } from '../../notifications/notification.service.js';
import { Database } from '../../platform/database/database.js';
import { raiseScopes } from '../../tallies/raise-scopes.query.js';
import { type CountedBy, factorsOf, type Finding, withinOf } from './finding.js';
import { claimTelling, claimToFind, keepFinding, leadersOf, type ToFind } from './finding.query.js';

const day = 86_400_000;
/** So long before the rise is the usual time that reasons, teams, channels, products and customers are compared with. */
const usualDays = 56;
const minute = 60_000;
/** Values of a dimension that are compared: those with the most complaints. */
const mostValues = 2000;
const keptUsual = 50;

interface Stretch {
  readonly departmentId: string;
  readonly from: Date;
  readonly to: Date;
}

/** Which reason, team, channel, product or customer explains a rise, and who is told of it. */
@Injectable()
export class FindingService {
  private readonly logger = new Logger('alarms');
  /** The usual time of an alarm does not change while it goes on. */
  private readonly usual = new Map<string, Promise<CountedBy>>();

  constructor(
    private readonly database: Database,
    private readonly figures: FiguresService,
    private readonly notifications: NotificationService,
  ) {}

  /** Looks into what was raised or goes on, keeps what it found, and tells of what is new. */
  async look(now: Date): Promise<void> {
    for (const alarm of await claimToFind(this.database, now)) {
      const finding = await this.inOnePicture(() => this.find(alarm, now)).catch((error: unknown) => {
        // An alarm without its reason is told all the same.
        this.logger.warn(`What explains the alarm ${alarm.id} could not be found: ${String(error)}`);
        return undefined;
      });
      await this.keep(alarm, finding, now);
    }
  }

  private async keep(alarm: ToFind, finding: Finding | undefined, now: Date): Promise<void> {
    // Before the transaction: names come by connections of their own, which those who wait for the alarm may hold.
    const said = alarm.isTold ? {} : await this.said(alarm, finding);
    await this.database.transaction(async (sql) => {
      if (finding) await keepFinding(sql, alarm.id, finding);
      const isNew = !alarm.isTold && (await claimTelling(sql, alarm.id, now));
      if (isNew)
        await this.notifications.tell(sql, {
          ...{ kind: 'alarm-raised', by: null, to: await leadersOf(sql, alarm.departmentId) },
          source: { entity: 'alarm', id: alarm.id },
          parameters: {
            ...{ department: alarm.department, departmentZh: alarm.departmentZh, since: alarm.since.toISOString() },
            ...said,
          },
        });
      await raiseScopes(sql, [alarm.departmentId]);
    });
  }

  /** Its numbers and its first reason in words; customers are named on the page, to whom may see them. */
  private async said({ usual }: ToFind, finding: Finding | undefined): Promise<Record<string, string>> {
    if (!finding) return {};
    const { contacts, complaints, factors } = finding;
    const numbers = {
      contacts: `${contacts}`,
      complaints: `${complaints}`,
      expected: `${Math.round(contacts * usual)}`,
    };
    const first = factors.find(({ dimension }) => dimension !== 'account');
    if (!first) return numbers;
    const name = (await this.figures.namesOf(first.dimension, [first.key])).get(first.key);
    return {
      ...{ ...numbers, factor: name?.en ?? first.key, factorZh: name?.zh ?? first.key },
      ...{ factorOf: first.dimension.replace('attribute:', ''), factorComplaints: `${first.complaints}` },
    };
  }

  /** Counts of the same rows, whatever is stored meanwhile. */
  private inOnePicture(work: () => Promise<Finding>): Promise<Finding> {
    return this.database.asOne(async (sql) => {
      await sql.change('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      return work();
    });
  }

  /** What explains it, from its change point to the last minute that is over. */
  private async find({ departmentId, since, baselineId, pastFrom }: ToFind, now: Date): Promise<Finding> {
    const until = new Date(Math.max(since.getTime() + minute, Math.floor(now.getTime() / minute - 1) * minute));
    const zone = await this.figures.zone();
    const from = new Date(Math.max(startOfDay(pastFrom, zone).getTime(), since.getTime() - usualDays * day));
    const seen = await this.countedBy({ departmentId, from: since, to: until });
    const usual = await this.usualOf(`${baselineId} ${since.getTime()}`, { departmentId, from, to: since });
    const factors = [];
    for (const [n, factor] of factorsOf(seen, usual).entries())
      factors.push({
        ...factor,
        // What the first has in common beside itself; the others are said in a word.
        within: n === 0 ? withinOf(factor, await this.partsOf(factor, { departmentId, from: since, to: until })) : null,
      });
    return { until: until.toISOString(), contacts: seen.contacts, complaints: seen.complaints, factors };
  }

  private usualOf(key: string, stretch: Stretch): Promise<CountedBy> {
    const known = this.usual.get(key);
    if (known) return known;
    const counted = this.countedBy(stretch);
    this.usual.set(key, counted);
    counted.catch(() => this.usual.delete(key));
    for (const old of [...this.usual.keys()].slice(0, -keptUsual)) this.usual.delete(old);
    return counted;
  }

  private async countedBy({ departmentId, from, to }: Stretch): Promise<CountedBy> {
    const scope = [{ dimension: 'department', id: departmentId }];
    const [whole] = await this.figures.counts(await this.figures.own('complaint-rate', { scope, by: [], from, to }));
    return {
      ...{ contacts: whole?.counts.handled ?? 0, complaints: whole?.counts.complaint ?? 0 },
      by: await this.complaintsBy(scope, { from, to }),
    };
  }

  private partsOf({ dimension, key }: { dimension: string; key: string }, { departmentId, from, to }: Stretch) {
    const scope = [
      { dimension: 'department', id: departmentId },
      { dimension, id: key },
    ];
    return this.complaintsBy(scope, { from, to });
  }

  private async complaintsBy(
    scope: readonly { dimension: string; id: string }[],
    period: { from: Date; to: Date },
  ): Promise<Record<string, ReadonlyMap<string, number>>> {
    const counted: [string, ReadonlyMap<string, number>][] = [];
    for (const dimension of alarmDimensions) {
      const question = await this.figures.own('complaint-rate', { scope, by: [dimension], ...period });
      const groups = await this.figures.complaintsBy(question, mostValues);
      counted.push([dimension, new Map(groups.map(({ keys: [key = ''], complaints }) => [key, complaints]))]);
    }
    return Object.fromEntries(counted);
  }
}
