/**
 * The live alarm as a Markov chain, contact by contact: another way than simulation. The weights are whole numbers of
 * one unit (up by `up`, down by 1), so that the sum has `height` + 1 states, each with the alarm raised or not.
 */
export class AlarmChain {
  constructor(
    private readonly up: number,
    private readonly height: number,
  ) {}

  /** How likely each state without alarm is in the long run, and how many alarms are raised per contact. */
  steady(rate: number): { quiet: number[]; alarms: number } {
    const { height, up } = this;
    let [quiet, raised] = [this.none(), this.none()];
    quiet[0] = 1;
    for (let n = 1; ; n += 1) {
      const [nextQuiet, nextRaised] = [this.none(), this.none()];
      let alarms = 0;
      for (let sum = 0; sum <= height; sum += 1) {
        const [atQuiet, atRaised] = [quiet[sum] ?? 0, raised[sum] ?? 0];
        const [above, below] = [Math.min(height, sum + up), Math.max(0, sum - 1)];
        if (above === height) alarms += atQuiet * rate;
        add(above === height ? nextRaised : nextQuiet, above, atQuiet * rate);
        add(nextRaised, above, atRaised * rate);
        add(nextQuiet, below, atQuiet * (1 - rate));
        add(below === 0 ? nextQuiet : nextRaised, below, atRaised * (1 - rate));
      }
      const moved = Math.max(...nextQuiet.map((share, sum) => Math.abs(share - (quiet[sum] ?? 0))));
      [quiet, raised] = [nextQuiet, nextRaised];
      if (moved < 1e-10 || n === 20_000) return { quiet, alarms };
    }
  }

  /** Contacts until the alarm at this rate, begun in one of the states without alarm, as likely as they are. */
  meanContacts(quiet: readonly number[], rate: number): number {
    let left = quiet.map((share) => share / total(quiet));
    let contacts = 0;
    for (let rest = 1; rest > 1e-9; rest = total(left)) {
      contacts += rest;
      const next = this.none();
      left.forEach((share, sum) => {
        add(next, Math.max(0, sum - 1), share * (1 - rate));
        if (sum + this.up < this.height) add(next, sum + this.up, share * rate);
      });
      left = next;
    }
    return contacts;
  }

  private none(): number[] {
    return Array.from({ length: this.height + 1 }, () => 0);
  }
}

function add(shares: number[], at: number, share: number): void {
  shares[at] = (shares[at] ?? 0) + share;
}

const total = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0);
