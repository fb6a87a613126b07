/** Classes and codes of PostgreSQL that mean: not reached, going away, or not yet there. */
const awayCodes = /^(08...|57P0[123]|53300)$/;
/** Of the operating system, on the way there. */
const networkCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN)$/;
/** The driver's own, which have no code. */
const driverMessages = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/;

/** Whether the database could not be reached or went away meanwhile; what was sent may or may not have been done. */
export function isConnectionFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return awayCodes.test(code) || networkCodes.test(code) || driverMessages.test(error.message);
}

/** Whether it was ended because it and another waited for each other: nothing of it was done, and sent again it goes through. */
export const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '40P01';
