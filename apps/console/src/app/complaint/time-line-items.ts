import type {
  ComplaintChange,
  ComplaintDetail,
  ComplaintNote,
  ComplaintTimeLine,
  Handover,
  TimeLinePause,
} from '@forecall/contracts';
import type { StepTaken } from './stage-row.js';

/** One thing that happened. `of`: the number of the merged complaint it belongs to. */
export type LineItem = { readonly at: string; readonly isCustomer: boolean; readonly of?: string } & (
  | { readonly kind: 'step'; readonly step: StepTaken }
  | { readonly kind: 'note'; readonly note: ComplaintNote }
  | { readonly kind: 'handed-over' | 'handover-answered'; readonly handover: Handover }
  | { readonly kind: 'paused' | 'resumed'; readonly pause: TimeLinePause }
  | { readonly kind: 'change'; readonly change: ComplaintChange }
  | { readonly kind: 'contact'; readonly contact: ComplaintTimeLine['contacts'][number] }
  | { readonly kind: 'merged'; readonly merged: ComplaintTimeLine['merged'][number] }
  | { readonly kind: 'repeat'; readonly repeat: ComplaintTimeLine['repeats'][number] }
);

export type Side = 'all' | 'customer' | 'inside';

const withCustomer = new Set(['received', 'acknowledged', 'answered', 'closed', 'reopened']);

const stepItem = (step: StepTaken, of?: string): LineItem => ({
  ...{ kind: 'step', at: step.at, step, of },
  isCustomer: !step.isSkipped && (step.toCustomer !== null || withCustomer.has(step.step)),
});

/** Everything that happened, the newest on top; what shares a moment in the order of its course. */
export function lineItems(complaint: Pick<ComplaintDetail, 'id' | 'steps'>, line: ComplaintTimeLine): LineItem[] {
  const items: LineItem[] = [
    ...complaint.steps.map((step) => stepItem(step)),
    ...line.notes.map((note): LineItem => ({
      ...{ kind: 'note', at: note.at, note, isCustomer: note.kind === 'to-customer' },
      of: note.of.id === complaint.id ? undefined : note.of.number,
    })),
    ...line.handovers.flatMap((handover): LineItem[] => [
      { kind: 'handed-over', at: handover.at, handover, isCustomer: false },
      ...(handover.answeredAt === null
        ? []
        : [{ kind: 'handover-answered' as const, at: handover.answeredAt, handover, isCustomer: false }]),
    ]),
    ...line.pauses.flatMap((pause): LineItem[] => [
      { kind: 'paused', at: pause.from, pause, isCustomer: false },
      ...(pause.to === null ? [] : [{ kind: 'resumed' as const, at: pause.to, pause, isCustomer: false }]),
    ]),
    ...line.changes.map((change): LineItem => ({ kind: 'change', at: change.at, change, isCustomer: false })),
    ...line.contacts.map((contact): LineItem => ({ kind: 'contact', at: contact.endedAt, contact, isCustomer: true })),
    ...line.merged.flatMap((merged): LineItem[] => [
      { kind: 'merged', at: merged.firstReceivedAt, merged, isCustomer: true },
      ...merged.steps.filter(({ step }) => step !== 'received').map((step) => stepItem(step, merged.number)),
    ]),
    ...line.repeats.map((repeat): LineItem => ({
      kind: 'repeat',
      at: repeat.firstReceivedAt,
      repeat,
      isCustomer: true,
    })),
  ];
  return items.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).reverse();
}

export const itemsOn = (items: readonly LineItem[], side: Side): LineItem[] =>
  items.filter(({ isCustomer }) => side === 'all' || isCustomer === (side === 'customer'));

/** Whether the one thing changed is who sees to it. */
export const isOwnerChange = (item: LineItem): boolean =>
  item.kind === 'change' && item.change.changes.every(({ field }) => field === 'owner');
