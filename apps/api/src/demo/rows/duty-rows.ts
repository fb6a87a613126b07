import type { Draw } from '../chance/draw.js';
import type { Account, Company, Employee } from '../company/company.js';
import { teamAt } from '../traffic/attribution.js';
import { instant, json, type Row } from './row.js';
import { inOurWords } from './words.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const quarterMs = 15 * minuteMs;

const errands = [
  ['Call back about the corrected invoice', '就更正后的发票回电'],
  ['Send the new price list', '发送新报价单'],
  ['Ask whether the replacement has arrived', '询问更换件是否已到货'],
  ['Confirm the date of the visit', '确认上门日期'],
  ['Send the minutes of the call', '发送通话纪要'],
  ['Tell them when the technician comes', '告知技术人员上门时间'],
  ['Check the credit note with accounting', '与财务核对贷项凭单'],
] as const;
const leading = [
  ['Listen to the last two calls of {name} and talk them over', '旁听{name}最近两通电话并讲评'],
  ['Prepare the talk about this week’s complaints', '准备本周投诉讲评'],
] as const;

/** What everybody present has before them: some of it today, one in six with something overdue, the rest in the coming days. */
export function dutyRows({ reps, leaders, accounts }: Company, draw: Draw, nowMs: number): Row[] {
  const rows: Row[] = [];
  const write = (owner: Employee, words: readonly [string, string], dueMs: number, account: Account | null) => {
    const madeMs = Math.min(nowMs, dueMs) - draw.between(2, 40) * hourMs;
    rows.push({
      ...{ id: draw.id(madeMs), kind: 'by-hand', owner_id: owner.id, created_by: owner.signInId },
      ...{ due_at: instant(dueMs), remind_at: instant(dueMs - quarterMs), created_at: instant(madeMs) },
      ...{ source_entity: account && 'account', source_id: account?.id ?? null },
      ...{ outcome_note: '', revision: 1 },
      parameters: json({
        what: inOurWords(words),
        ...(account && { account: account.name, ...(account.nameZh !== null && { accountZh: account.nameZh }) }),
      }),
    });
  };
  const at = (fromHours: number, toHours: number) =>
    Math.ceil((nowMs + draw.between(fromHours, toHours) * hourMs) / quarterMs) * quarterMs;
  for (const [place, rep] of reps.entries()) {
    if (!teamAt(rep, nowMs) || rep.leftOn !== null) continue;
    const errand = (dueMs: number) => write(rep, draw.pick(errands), dueMs, draw.pick(accounts));
    if (place % 6 === 0) errand(at(-3, -0.3));
    for (let count = draw.whole(1, 3); count > 0; count -= 1) errand(at(0.2, 7));
    for (let count = draw.whole(0, 2); count > 0; count -= 1) errand(at(20, 96));
  }
  for (const leader of leaders)
    if (leader.role === 'supervisor' && leader.leads?.toMs === null) {
      const [en, zh] = draw.pick(leading);
      const { team } = leader.leads;
      const member = draw.pick(reps.filter((rep) => rep.leftOn === null && teamAt(rep, nowMs)?.id === team?.id));
      write(leader, [en.replace('{name}', member.name), zh.replace('{name}', member.name)], at(1, 30), null);
    }
  return rows;
}
