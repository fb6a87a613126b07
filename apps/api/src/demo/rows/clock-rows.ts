import { clockKinds, clockPresets, clockTimes, type WorkingCalendar } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';
import { organisationZone } from '../company/company.js';
import type { Step } from '../traffic/complaint-course.js';
import { instant, type Row } from './row.js';

/** What the demo company promises: 24 hours that pass, and 30 calendar days; neither asks when somebody works. */
export const promised = clockPresets['rg-271'];
const calendar: WorkingCalendar = { zone: organisationZone, layers: [], leaves: [] };

export const clockRuleRows = (id: () => string): Row[] =>
  clockKinds.map((kind) => ({ id: id(), kind, ...promised[kind] }));

/** The clocks of one complaint, as its course started and met them. */
export function clockRows(draw: Draw, complaintId: string, course: readonly Step[]): Row[] {
  return clockKinds.flatMap((kind) => {
    const starts = course.filter(({ step }) => step === 'received' || (step === 'reopened' && kind === 'answer'));
    return starts.map(({ atMs }, n) => {
      const { dueSoonAt, dueAt } = clockTimes(promised[kind], calendar, new Date(atMs));
      const untilMs = starts[n + 1]?.atMs ?? Infinity;
      const met = course.find(
        (step) =>
          step.atMs >= atMs &&
          step.atMs < untilMs &&
          (kind === 'acknowledgement' ? step.step === 'acknowledged' : ['answered', 'closed'].includes(step.step)),
      );
      return {
        ...{ id: draw.id(atMs), complaint_id: complaintId, kind, ...promised[kind], started_at: instant(atMs) },
        ...{ due_soon_at: dueSoonAt.toISOString(), due_at: dueAt.toISOString() },
        met_at: met ? instant(met.atMs) : null,
      };
    });
  });
}
