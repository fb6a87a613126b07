export const contactChannels = ['phone', 'email', 'chat', 'message', 'visit', 'letter', 'form'] as const;
export type ContactChannel = (typeof contactChannels)[number];
export const contactDirections = ['in', 'out'] as const;
export type ContactDirection = (typeof contactDirections)[number];
export const contactPurposes = ['service', 'proactive', 'internal'] as const;
export type ContactPurpose = (typeof contactPurposes)[number];
export const contactOutcomes = ['handled', 'abandoned-in-queue', 'abandoned-in-menu', 'not-reached'] as const;
export type ContactOutcome = (typeof contactOutcomes)[number];

/** What one rep's handling says about itself; durations in whole seconds, instants in milliseconds since 1970. */
export interface ContactFacts {
  readonly channel: ContactChannel;
  readonly direction: ContactDirection;
  readonly purpose: ContactPurpose;
  readonly outcome: ContactOutcome;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly waitSeconds?: number | null;
  readonly talkSeconds?: number | null;
  readonly holdSeconds?: number | null;
  readonly resolved?: boolean | null;
}

export interface ContactFault {
  /** The field that is wrong. */
  readonly path: keyof ContactFacts;
  readonly code:
    | 'ended-before-started'
    | 'started-too-early'
    | 'outcome-of-inbound'
    | 'outcome-of-outbound'
    | 'proactive-is-outbound'
    | 'channel-without-queue'
    | 'nobody-talked'
    | 'longer-than-contact';
  readonly message: string;
}

/** One rep's handling takes minutes, of a letter days; what began earlier than this is a mistake. */
const longestDays = 90;

/** Telephone and desk count with two clocks; their seconds may differ by this much. */
const clockSlackSeconds = 60;

const channelsWithQueue: readonly ContactChannel[] = ['phone', 'chat', 'message', 'visit'];

/**
 * What contradicts itself in a contact, by field; empty for a sound one. Only what came in can be abandoned, only what
 * went out can fail to reach, a proactive contact goes out, nobody waits in a queue for a letter, and where nobody was
 * spoken to there is no talk and nothing resolved. Wait, talk and hold lie between start and end, and these within 90
 * days.
 */
export function contactFaults(contact: ContactFacts): ContactFault[] {
  const { channel, direction, purpose, outcome } = contact;
  const isAbandoned = outcome === 'abandoned-in-queue' || outcome === 'abandoned-in-menu';
  const hasQueue = channelsWithQueue.includes(channel);
  const faults: ContactFault[] = [];

  if (contact.endedAt < contact.startedAt)
    faults.push({ path: 'endedAt', code: 'ended-before-started', message: 'ends before it starts' });
  if (contact.endedAt - contact.startedAt > longestDays * 86_400_000)
    faults.push({ path: 'startedAt', code: 'started-too-early', message: 'is more than 90 days before the end' });
  if (isAbandoned && direction === 'out')
    faults.push({ path: 'outcome', code: 'outcome-of-inbound', message: 'only an inbound contact is abandoned' });
  if (outcome === 'not-reached' && direction === 'in')
    faults.push({ path: 'outcome', code: 'outcome-of-outbound', message: 'only an outbound contact does not reach' });
  if (purpose === 'proactive' && direction === 'in')
    faults.push({ path: 'direction', code: 'proactive-is-outbound', message: 'a proactive contact is outbound' });
  if (isAbandoned && !hasQueue)
    faults.push({ path: 'outcome', code: 'channel-without-queue', message: 'nobody waits on this channel' });
  if (isGiven(contact.waitSeconds) && (!hasQueue || direction === 'out'))
    faults.push({ path: 'waitSeconds', code: 'channel-without-queue', message: 'nobody waits here' });
  if (outcome !== 'handled') {
    for (const path of ['talkSeconds', 'holdSeconds', 'resolved'] as const)
      if (isGiven(contact[path])) faults.push({ path, code: 'nobody-talked', message: 'nobody was spoken to' });
  }
  const partsSeconds = (contact.waitSeconds ?? 0) + (contact.talkSeconds ?? 0) + (contact.holdSeconds ?? 0);
  if (partsSeconds > 0 && partsSeconds > (contact.endedAt - contact.startedAt) / 1000 + clockSlackSeconds)
    faults.push({ path: 'endedAt', code: 'longer-than-contact', message: 'wait, talk and hold take longer than it' });
  return faults;
}

const isGiven = (value: number | boolean | null | undefined): boolean =>
  value !== null && value !== undefined && value !== 0;

/**
 * Whether a complaint received by this contact counts as found by us (never inside the complaint rate); undefined where
 * the contact can receive none. A complaint comes out in a service contact, or in a proactive one, where it is ours.
 */
export function complaintFoundByUs(
  { direction, purpose, outcome }: Pick<ContactFacts, 'direction' | 'purpose' | 'outcome'>,
  claimed: boolean | undefined,
): boolean | undefined {
  if (outcome !== 'handled' || purpose === 'internal') return undefined;
  if (purpose === 'proactive') return claimed === false ? undefined : true;
  return claimed === true && direction === 'in' ? undefined : (claimed ?? false);
}
