/** What stops a command and is the user's to put right; shown as it stands, without a stack. */
export class Refusal extends Error {}
