import { type CoverageFigures, coverageOf, localDay } from '@forecall/domain';
import type { Sql } from '../../platform/database/database.js';
import type { LockedCampaign } from './campaign.query.js';
import { type ExamRow, examsOf, inOf } from './coverage.query.js';

/** The organisation's day. */
export async function todayOf(sql: Sql): Promise<string> {
  const row = await sql.first<{ zone: string }>('SELECT zone FROM organisation');
  return localDay(new Date(), row?.zone ?? 'UTC');
}

/** How one campaign stands. */
export async function figuresOf(
  sql: Sql,
  { id, rules }: Pick<LockedCampaign, 'id' | 'rules'>,
): Promise<CoverageFigures<ExamRow> & { readonly today: string; readonly exams: readonly ExamRow[] }> {
  const [candidates, exams, today] = [await inOf(sql, [id]), await examsOf(sql, [id]), await todayOf(sql)];
  const ids = candidates.map((candidate) => candidate.id);
  return { ...coverageOf(ids, exams, rules, today), today, exams };
}

/** Who has passed of who must, in each of these campaigns. */
export async function countsOf(
  sql: Sql,
  campaignIds: readonly string[],
): Promise<(campaignId: string) => { passed: number; eligible: number }> {
  const candidates = Map.groupBy(await inOf(sql, campaignIds), ({ campaignId }) => campaignId);
  const exams = Map.groupBy(await examsOf(sql, campaignIds), ({ campaignId }) => campaignId);
  const today = await todayOf(sql);
  return (campaignId) => {
    const ids = (candidates.get(campaignId) ?? []).map(({ id }) => id);
    const { standings } = coverageOf(ids, exams.get(campaignId) ?? [], anyRules, today);
    const passed = [...standings.values()].filter(({ standing }) => standing === 'passed').length;
    return { passed, eligible: ids.length };
  };
}

/** Who has passed does not depend on the rules of a resit. */
const anyRules = { coolOffDays: 0, mostAttempts: null };
