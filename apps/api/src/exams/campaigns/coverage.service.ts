import { Injectable } from '@nestjs/common';
import type { Coverage, CoveredPerson } from '@forecall/contracts';
import { addDays, type CandidateStanding } from '@forecall/domain';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { CampaignService } from './campaign.service.js';
import { type CandidateRow, candidatesOf, type ExamRow, supervisorsOf } from './coverage.query.js';
import { figuresOf } from './figures-of.js';

const weeks = 4;

/** Who stands where in a campaign, by team, and what blocks the whole. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignService,
  ) {}

  async of(viewer: Viewer, id: string): Promise<Coverage> {
    const campaign = await this.campaigns.one(viewer, id);
    const { teamIds } = reachOf(viewer);
    // Who leads a team sees its members; whoever examines sees the campaign.
    const candidates = (await candidatesOf(this.database, id)).filter(
      ({ team }) => campaign.mayLead || teamIds.includes(team.id),
    );
    const { standings, firstAttempt, failedOnCritical, curve, today, exams } = await figuresOf(this.database, campaign);
    const isIn = candidates.filter(({ outKind }) => outKind === null);
    const teams = Map.groupBy(isIn, ({ team }) => team.id);
    const supervisors = new Map(
      (await supervisorsOf(this.database, [...teams.keys()])).map(({ teamId, ...staff }) => [teamId, staff]),
    );
    return {
      campaign,
      today,
      teams: [...teams.values()].flatMap((members) => {
        const [first] = members;
        if (!first) return [];
        const people = members.flatMap((row) => {
          const standing = standings.get(row.id);
          return standing ? [person(row, standing)] : [];
        });
        return [
          {
            ...{ team: first.team, supervisor: supervisors.get(first.team.id) ?? null, people },
            firstAttempt: firstAttempt(members.map((member) => member.id)),
          },
        ];
      }),
      out: candidates.flatMap(({ id: candidateId, staff, outOn, outKind, outWhy }) =>
        outKind !== null && outOn !== null ? [{ candidateId, staff, outOn, kind: outKind, why: outWhy }] : [],
      ),
      firstAttempt: firstAttempt([...standings.keys()]),
      failedOnCritical,
      curve: [...curve],
      recentWeeks: weeksOf(exams, today),
    };
  }
}

function person(
  { id, staff, untilOn }: CandidateRow,
  { standing, attempts, mayFrom, isOutOfAttempts, exam }: CandidateStanding & { readonly exam: ExamRow | undefined },
): CoveredPerson {
  return {
    ...{ candidateId: id, staff, standing, attempts, mayFrom, isOutOfAttempts, untilOn },
    ...{ examId: exam?.id ?? null, examState: exam?.state ?? null, outcome: exam?.outcome ?? null },
    startsAt: standing === 'booked' ? (exam?.startsAt.toISOString() ?? null) : null,
    validUntil: exam?.validUntil ?? null,
  };
}

/** Exams that were marked in each of the last weeks, the oldest first. */
function weeksOf(exams: readonly ExamRow[], today: string): number[] {
  return Array.from({ length: weeks }, (_, n) => {
    const [from, to] = [addDays(today, -7 * (weeks - n)), addDays(today, -7 * (weeks - n - 1))];
    return exams.filter(({ settledOn }) => settledOn !== null && settledOn > from && settledOn <= to).length;
  });
}
