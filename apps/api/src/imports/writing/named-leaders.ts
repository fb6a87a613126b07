import type { LeaderRole } from './leader.query.js';

/** A unit and who is named to lead it; ids are blank where they are still to be made. */
export interface Leading {
  readonly unit: { readonly id: string; readonly name: string; readonly key: string };
  readonly leader: { readonly id: string; readonly key: string; readonly name: string };
}

/** No company has as many; a file that names everybody is told as well by these. */
const mostKept = 10_000;

/** Whom a file names to lead, while it is only looked at: of several for one unit one leads. */
export class NamedLeaders {
  /** As people know them: `Ida Roth (Front)`. */
  readonly passedOver = new Set<string>();
  private readonly leads = new Map<string, string>();

  async note(role: LeaderRole, { unit, leader }: Leading, leading: () => Promise<string | undefined>): Promise<void> {
    const key = `${role} ${unit.key}`;
    const who = leader.id || leader.key.toLowerCase();
    let first = this.leads.get(key);
    if (first === undefined) {
      first = (unit.id ? await leading() : undefined) ?? who;
      if (this.leads.size < mostKept) this.leads.set(key, first);
    }
    if (first !== who && this.passedOver.size < mostKept) this.passedOver.add(`${leader.name} (${unit.name})`);
  }
}
