import { Service, signal } from '@angular/core';

/** How much was entered and has not reached the server; it is kept on this computer, and the shell says so. */
@Service()
export class UnsentEntries {
  readonly count = signal(0);
}
