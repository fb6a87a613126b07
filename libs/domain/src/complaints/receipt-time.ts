/** Why a first receipt cannot have been then. */
export type ReceiptTimeFault = 'received-after-contact' | 'received-too-early';

/** The long stop of most laws on limitation; whatever lies further back is a slip of the keyboard, not an old complaint. */
const longestYears = 10;
const yearMs = 365.25 * 86_400_000;

/**
 * Whether a complaint may have been first received then: not after the end of the contact that received it, and at most
 * 10 years of 365.25 days before that. Both in milliseconds since 1970; either bound itself is allowed.
 */
export function receiptTimeFault(receivedAt: number, contactEndedAt: number): ReceiptTimeFault | undefined {
  if (receivedAt > contactEndedAt) return 'received-after-contact';
  return contactEndedAt - receivedAt > longestYears * yearMs ? 'received-too-early' : undefined;
}
