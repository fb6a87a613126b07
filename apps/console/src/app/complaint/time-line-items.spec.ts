import type { ComplaintTimeLine } from '@forecall/contracts';
import type { ComplaintStep } from '@forecall/domain';
import type { StepTaken } from './stage-row.js';
import { itemsOn, lineItems } from './time-line-items.js';

const id = '0199c0de-0000-7000-8000-000000000001';
const at = (hour: number) => `2026-11-27T${String(hour).padStart(2, '0')}:00:00Z`;
const taken = (step: ComplaintStep, hour: number, isSkipped = false): StepTaken => ({
  ...{ step, at: at(hour), isSkipped, by: null, note: '', skippedReason: null, told: {} },
  ...{ toCustomer: null, analysis: null },
});
const named = (name: string) => ({ id: name, name, nameZh: null });
const line: ComplaintTimeLine = {
  notes: [
    {
      ...{ id: 'n', of: { id: 'other', number: 'C-26-00002' }, kind: 'to-customer', channel: 'phone' },
      ...{ text: 'At four', at: at(9), by: null, corrects: null, isCorrected: false },
    },
  ],
  handovers: [
    {
      ...{ id: 'h', from: named('Billing'), to: named('Service'), reason: 'theirs', at: at(10), by: null },
      ...{ answer: 'accepted', answerReason: '', answeredAt: at(11), answeredBy: null },
    },
  ],
  pauses: [
    { id: 'p', kind: 'answer', from: at(9), to: null, why: 'Their turn', by: null },
    { id: 'q', kind: 'answer', from: '2026-11-27T11:30:00Z', to: '2026-11-27T11:40:00Z', why: 'Again', by: null },
  ],
  changes: [],
  names: {},
  contacts: [],
  merged: [
    {
      ...{ id: 'other', number: 'C-26-00002', firstReceivedAt: at(8), channel: 'email', receiver: null },
      ...{ summary: '', steps: [taken('received', 8), taken('acknowledged', 8)] },
    },
  ],
  repeats: [],
};
const complaint = { id, steps: [taken('received', 7), taken('assessed', 12, true), taken('closed', 12)] };

describe('the time line of a complaint', () => {
  const items = lineItems(complaint, line);
  const kinds = (side: 'all' | 'customer' | 'inside') =>
    itemsOn(items, side).map((item) => [item.kind === 'step' ? item.step.step : item.kind, item.of].join(' ').trim());

  it('has everything, the newest on top, of one moment the last taken first', () => {
    expect(kinds('all')).toEqual([
      'closed',
      'assessed',
      'resumed',
      'paused',
      'handover-answered',
      'handed-over',
      'paused',
      'note C-26-00002',
      'acknowledged C-26-00002',
      'merged',
      'received',
    ]);
  });

  it('parts what was with the customer from what was inside', () => {
    expect(kinds('customer')).toEqual(['closed', 'note C-26-00002', 'acknowledged C-26-00002', 'merged', 'received']);
    expect(kinds('inside')).toEqual(['assessed', 'resumed', 'paused', 'handover-answered', 'handed-over', 'paused']);
  });
});
