import { type Account, type Company, type Dated, holds, type Leader, type Rep, type Team } from '../company/company.js';
import type { ContactDraft } from './contact-draft.js';

/** The frozen columns of a contact, by the organisation as it stood when the contact ended. */
export interface Attribution {
  readonly rep_id: string | null;
  readonly team_id: string | null;
  readonly supervisor_id: string | null;
  readonly handling_department_id: string;
  readonly answerable_department_id: string;
  readonly account_class: string | null;
  readonly rep_in_care_id: string | null;
}

const at = <Period extends Dated>(periods: readonly Period[], atMs: number) =>
  periods.find((period) => holds(period, atMs));

export class Attributions {
  private readonly supervisors = new Map<string, (Dated & { readonly leader: Leader })[]>();

  constructor({ leaders }: Company) {
    for (const leader of leaders) {
      const { leads } = leader;
      if (!leads?.team) continue;
      this.supervisors.set(leads.team.id, [...(this.supervisors.get(leads.team.id) ?? []), { ...leads, leader }]);
    }
  }

  /** Of an asking about the relationship: of whoever has the account in care then. null: nobody has. */
  ofRelationship(account: Account, atMs: number): Attribution | null {
    const rep = account.care.find((care) => care.part === 'rep' && holds(care, atMs))?.rep;
    const team = rep && teamAt(rep, atMs);
    if (!rep || !team) return null;
    return {
      ...{ rep_id: rep.id, team_id: team.id, supervisor_id: this.supervisorOf(team, atMs), rep_in_care_id: rep.id },
      ...{ handling_department_id: team.department.id, answerable_department_id: team.department.id },
      account_class: at(account.classes, atMs)?.class ?? null,
    };
  }

  of({ rep, account, reason, department, endedMs }: ContactDraft): Attribution {
    const team = rep ? teamAt(rep, endedMs) : undefined;
    const handling = team?.department ?? department;
    return {
      rep_id: rep?.id ?? null,
      team_id: team?.id ?? null,
      supervisor_id: team ? this.supervisorOf(team, endedMs) : null,
      handling_department_id: handling.id,
      answerable_department_id: (reason?.department ?? handling).id,
      account_class: account ? (at(account.classes, endedMs)?.class ?? null) : null,
      rep_in_care_id: account?.care.find((care) => care.part === 'rep' && holds(care, endedMs))?.rep.id ?? null,
    };
  }

  private supervisorOf({ id }: Team, atMs: number): string | null {
    return at(this.supervisors.get(id) ?? [], atMs)?.leader.id ?? null;
  }
}

export const teamAt = ({ teams }: Rep, atMs: number) => at(teams, atMs)?.team;
