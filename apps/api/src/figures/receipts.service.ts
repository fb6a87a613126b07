import { Injectable } from '@nestjs/common';
import { complaintNumber, localDay, type MetricId, startOfDay } from '@forecall/domain';
import type { ReceiptQuestion, ReceiptReply, ReceiptRow } from '@forecall/contracts';
import { stringify } from 'csv-stringify/sync';
import { sightOf } from '../complaints/complaint-sight.service.js';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { badRequest } from '../platform/http/problem.js';
import { FiguresService } from './figures.service.js';
import { namesOf } from './names.query.js';
import type { Question } from './question.js';
import { hiddenRows, type ReceiptLine, receiptLines } from './receipt.query.js';

/** The rows behind a figure: the same question, the same conditions, the same predicates. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly database: Database,
    private readonly figures: FiguresService,
  ) {}

  async receipt(viewer: Viewer, metricId: MetricId, asked: ReceiptQuestion): Promise<ReceiptReply> {
    // The breakdown says within which reach the figure was; the rows are those of its total.
    const question = { ...(await this.figures.question(viewer, metricId, asked)), by: [] };
    const sight = { reach: reachOf(viewer), complaints: await sightOf(this.database, viewer) };
    const after = afterRow(asked.after);
    const [reply, lines, hidden] = await Promise.all([
      this.figures.answer(question, { quantiles: 'no', limit: 1 }),
      receiptLines(this.database, question, sight, { part: asked.part, after, limit: asked.limit + 1 }),
      hiddenRows(this.database, question, sight, asked.part),
    ]);
    const shown = lines.slice(0, asked.limit);
    const last = shown.at(-1);
    const { version, name, formula, ownedBy, direction } = question.metric;
    return {
      definition: { id: metricId, version, name, formula, ownedBy, direction },
      figure: reply.total,
      asOf: reply.asOf,
      rows: shown.map((line) => rowOf(line, question)),
      hidden,
      next: lines.length > asked.limit && last ? `${last.cursor}_${last.id}` : null,
    };
  }

  /** "complaint-rate Billing 2026-11-28 complaints.csv": metric, scope, period and side, so that files tell themselves apart. */
  async fileName(viewer: Viewer, metricId: MetricId, asked: ReceiptQuestion): Promise<string> {
    const { scope, from, to, zone } = await this.figures.question(viewer, metricId, asked);
    const names = await Promise.all(
      scope.map(async ({ dimension, id }) => (await namesOf(this.database, dimension, [id])).get(id)?.en ?? id),
    );
    const parts = [metricId, ...names, periodName(from, to, zone), asked.part];
    return `${parts.join(' ').replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-')}.csv`;
  }

  /** The same rows as CSV text, page after page, so that an export of any length uses little memory. The head comes with the first page. */
  async *csv(viewer: Viewer, metricId: MetricId, asked: ReceiptQuestion): AsyncGenerator<string, void> {
    const header = [
      'at',
      'numerator',
      'denominator',
      'complaint',
      'account',
      'rep',
      'department',
      'reason',
      'channel',
      'clock unit',
      'clock amount',
      'pauses allowed',
      'met at',
      'campaign',
      'attempt',
      'score',
      'promised',
      'came of it',
      'came at',
      'id',
    ];
    let head = `\uFEFF${stringify([header])}`;
    let after: string | undefined;
    do {
      const page = await this.receipt(viewer, metricId, { ...asked, after, limit: 500 });
      const lines = page.rows.map((row) => [
        row.at,
        row.numerator,
        row.denominator,
        row.complaintNumber,
        row.account?.en,
        row.rep,
        row.department?.en,
        row.reason?.en,
        row.channel,
        row.clock?.unit,
        row.clock?.amount,
        row.clock && (row.clock.allowsPauses ? 'yes' : 'no'),
        row.clock?.metAt,
        row.exam?.campaign?.en,
        row.exam?.attempt,
        row.exam?.score,
        row.what,
        row.came?.as,
        row.came?.at,
        row.id,
      ]);
      yield head + stringify(lines, { escape_formulas: true });
      head = '';
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
}

/** "2026-11-28", "2026-11-22 to 2026-11-28", "2026-11-28 0958-1058": local, and fit for a file's name. */
function periodName(from: Date, to: Date, zone: string): string {
  const [first, last] = [localDay(from, zone), localDay(new Date(to.getTime() - 1), zone)];
  if (from.getTime() === startOfDay(first, zone).getTime()) return first === last ? first : `${first} to ${last}`;
  const clock = (at: Date) =>
    at.toLocaleTimeString('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).replace(':', '');
  return first === last ? `${first} ${clock(from)}-${clock(to)}` : `${first} ${clock(from)} to ${last} ${clock(to)}`;
}

const kinds: Readonly<Partial<Record<Question['metric']['source'], ReceiptRow['kind']>>> = {
  answer: 'answer',
  relationship: 'answer',
  perception: 'answer',
  'contact-ask': 'survey',
  'relationship-ask': 'survey',
  'first-contact': 'contact',
  account: 'account',
  'key-account': 'account',
  contact: 'contact',
  concerning: 'contact',
  'proactive-contact': 'contact',
  'planned-call': 'planned-call',
  promise: 'promise',
  'first-attempt': 'exam',
  'last-attempt': 'exam',
};

/** Beside complaints, what stands under no contact is an account. */
const kindOf = ({ contact_id: contactId }: ReceiptLine, { metric: { source } }: Question): ReceiptRow['kind'] =>
  source === 'complaint-of-accounts' && contactId === null ? 'account' : (kinds[source] ?? 'complaint');

function rowOf(line: ReceiptLine, question: Question): ReceiptRow {
  const both = (en: string | null, zh: string | null) => (en === null ? null : { en, zh: zh ?? en });
  return {
    id: line.id,
    kind: kindOf(line, question),
    contactId: question.metric.source === 'account' ? null : line.contact_id,
    at: line.at.toISOString(),
    numerator: line.numerator,
    denominator: line.denominator,
    complaintNumber:
      line.complaint_number === null || line.complaint_year === null
        ? null
        : complaintNumber(line.complaint_number, line.complaint_year),
    accountId: line.account_id,
    account: both(line.account_en, line.account_zh),
    rep: line.rep,
    department: both(line.department_en, line.department_zh),
    reason: both(line.reason_en, line.reason_zh),
    channel: line.channel,
    clock:
      line.unit === null || line.amount === null
        ? null
        : {
            unit: line.unit,
            amount: line.amount,
            allowsPauses: line.allows_pauses === true,
            metAt: line.met_at?.toISOString() ?? null,
          },
    exam:
      line.attempt === null
        ? null
        : {
            ...{ attempt: line.attempt, score: line.exam_score, outcome: line.exam_outcome },
            campaign: both(line.campaign_en, line.campaign_zh),
          },
    what: line.what,
    came: line.outcome_as === null ? null : { as: line.outcome_as, at: line.outcome_at?.toISOString() ?? null },
  };
}

function afterRow(after: string | undefined): { at: string; id: string } | null {
  if (after === undefined) return null;
  const found = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)_([0-9a-f-]{36})$/.exec(after);
  if (found?.[1] && found[2]) return { at: found[1], id: found[2] };
  throw badRequest('invalid', 'after: is not what an answer gave as `next`.', {
    fields: [{ path: 'after', code: 'invalid_format', message: 'is not what an answer gave as `next`' }],
  });
}
