/** Classes and codes of PostgreSQL that mean: not reached, going away, or not yet there. */
const awayCodes = /^(08...|57P0[123]|53300)$/;
/** Of the operating system, on the way there. */
const networkCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)$/;
/** The driver's own, which have no code. */
const driverMessages = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/** Ended by PostgreSQL in favour of another: each waited for the other, or it saw what the other changed meanwhile. */
const yieldedCodes = /^(40P01|40001)$/;

/** Whether a transaction was given up for another at the same moment; nothing of it was done. */
export const hasYielded = (error: unknown): boolean => yieldedCodes.test(codeOf(error));

/** Whether the database could not be reached or went away meanwhile; what was sent may or may not have been done. */
export function isConnectionFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return awayCodes.test(code) || networkCodes.test(code) || driverMessages.test(error.message);
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
