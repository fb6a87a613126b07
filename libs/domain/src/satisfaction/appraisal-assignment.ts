import type { AppraisalKind } from './appraisal-form.js';

/** How somebody came to appraise: leads the team, stands in for who does, heads the department, or the company does it. */
export const appraiserWays = ['supervisor', 'stand-in', 'head', 'executive', 'named'] as const;
export type AppraiserWay = (typeof appraiserWays)[number];

/** Why somebody is not appraised: gone before the end, too short a time there, or nobody is there who could. */
export const leftOutWhys = ['left', 'short', 'no-appraiser'] as const;
export type LeftOutWhy = (typeof leftOutWhys)[number];

/** Of a team or a department on the last day of the period. Only people who are here to appraise; by rank, then by name. */
export interface Leaders {
  readonly leader: string | null;
  readonly standIns: readonly string[];
}

export interface TeamThen {
  readonly id: string;
  readonly departmentId: string;
  readonly team: Leaders;
  readonly department: Leaders;
  /** Who led it then, whether or not they can appraise anybody now. */
  readonly supervisorId: string | null;
  readonly headId: string | null;
}

export interface MemberThen {
  readonly staffId: string;
  /** The team of the last day; of whoever left before, the last one. */
  readonly teamId: string;
  /** Days in teams within the period. */
  readonly days: number;
  /** Was still there on the last day. */
  readonly isThere: boolean;
}

export interface Assignment {
  readonly kind: AppraisalKind;
  readonly subjectId: string;
  readonly teamId: string;
  readonly departmentId: string;
  readonly appraiserId: string;
  readonly how: AppraiserWay;
}

export interface LeftOut {
  readonly kind: AppraisalKind;
  readonly staffId: string;
  readonly teamId: string;
  readonly why: LeftOutWhy;
  readonly days: number;
}

type Choice = readonly [AppraiserWay, string | null];

/**
 * Who appraises whom, from the organisation of the period's last day. A member: by the supervisor of the team; where there
 * is none, or it is they themselves, by a stand-in, else by the head, else by an executive. Who heads the department is
 * not appraised by somebody under them. Each supervisor once, in the first of their teams: by the head, a stand-in of the
 * department, or an executive. Nobody appraises themselves; who is both member and supervisor gets both.
 */
export function assignAppraisals(
  teams: readonly TeamThen[],
  members: readonly MemberThen[],
  { executives, minimumDays }: { readonly executives: readonly string[]; readonly minimumDays: number },
): { readonly assigned: Assignment[]; readonly leftOut: LeftOut[] } {
  const assigned: Assignment[] = [];
  const leftOut: LeftOut[] = [];
  const byId = new Map(teams.map((team) => [team.id, team]));
  const company = executives.map((id): Choice => ['executive', id]);

  const assign = (kind: AppraisalKind, subjectId: string, team: TeamThen, days: number, choices: readonly Choice[]) => {
    const [how, appraiserId] = choices.find(([, id]) => id !== null && id !== subjectId) ?? [null, null];
    if (how === null || appraiserId === null)
      leftOut.push({ kind, staffId: subjectId, teamId: team.id, why: 'no-appraiser', days });
    else assigned.push({ kind, subjectId, teamId: team.id, departmentId: team.departmentId, appraiserId, how });
  };

  for (const { staffId, teamId, days, isThere } of members) {
    const team = byId.get(teamId);
    if (!team) continue;
    if (!isThere || days < minimumDays) {
      leftOut.push({ kind: 'rep', staffId, teamId, why: isThere ? 'short' : 'left', days });
      continue;
    }
    assign(
      'rep',
      staffId,
      team,
      days,
      team.headId === staffId ? company : [...ofTeam(team), ...above(team), ...company],
    );
  }
  const led = new Set<string>();
  for (const team of teams) {
    const { supervisorId } = team;
    if (supervisorId === null || led.has(supervisorId)) continue;
    led.add(supervisorId);
    assign('supervisor', supervisorId, team, 0, team.headId === supervisorId ? company : [...above(team), ...company]);
  }
  return { assigned, leftOut };
}

const standIns = (ids: readonly string[]) => ids.map((id): Choice => ['stand-in', id]);
const ofTeam = ({ team }: TeamThen): Choice[] => [['supervisor', team.leader], ...standIns(team.standIns)];
const above = ({ department }: TeamThen): Choice[] => [['head', department.leader], ...standIns(department.standIns)];
