import { CellFault, type RowFault } from './fault.js';

/** Goes on reading after a fault, so that a row is refused with everything that is wrong with it. */
export class Attempt {
  readonly faults: RowFault[] = [];

  read<Value>(run: () => Value): Value | undefined {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      this.faults.push(error.fault);
      return undefined;
    }
  }
}
