import type { ComplaintStep } from '@forecall/domain';
import { stageRow, type StepTaken } from './stage-row.js';

const words = {
  name: (stage: string) => stage,
  done: ({ at }: StepTaken) => at,
  skipped: 'passed over',
  next: 'Li Na',
};
const taken = (step: ComplaintStep, at: string, isSkipped = false): StepTaken => ({
  ...{ step, at, isSkipped, by: null, note: '', skippedReason: isSkipped ? 'why' : null, told: {} },
  ...{ toCustomer: null, analysis: null },
});
const row = (steps: readonly StepTaken[], isOpen = true, voidedAt: string | null = null) =>
  stageRow({ steps: [...steps], isOpen, voidedAt, mergedInto: null }, words).map(({ id, state, note }) =>
    [id, state, note].filter(Boolean).join(' '),
  );

describe('the row of stages', () => {
  const begun = [taken('received', 'Fri'), taken('acknowledged', 'Sat')];

  it('ticks what is done, says whose the next is, and leaves the rest', () => {
    expect(row(begun)).toEqual([
      'received done Fri',
      'acknowledged done Sat',
      'assessed now Li Na',
      'investigated next',
      'answered next',
      'closed next',
    ]);
  });

  it('says what was passed over, and has no present step once closed', () => {
    const steps = [...begun, taken('assessed', 'Sun', true), taken('investigated', 'Sun', true)];
    const closed = [...steps, taken('answered', 'Sun', true), taken('decided', 'Sun'), taken('closed', 'Sun')];
    expect(row(closed, false).slice(2)).toEqual([
      'assessed done passed over',
      'investigated done passed over',
      'answered done passed over',
      'closed done Sun',
    ]);
  });

  it('begins the work anew after a reopening, the acknowledgement stands', () => {
    const steps = [...begun, taken('assessed', 'Sun'), taken('closed', 'Mon'), taken('reopened', 'Tue')];
    expect(row(steps).slice(0, 3)).toEqual(['received done Fri', 'acknowledged done Sat', 'assessed now Li Na']);
  });

  it('waits for nobody when voided', () => {
    expect(row(begun, false, '2026-11-27T00:00:00Z')[2]).toBe('assessed next');
  });
});
