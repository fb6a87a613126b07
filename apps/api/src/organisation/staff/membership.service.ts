import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { addDays } from '@forecall/domain';
import { conflict } from '../../platform/http/problem.js';
import type { Act, Row } from '../acts/act.js';
import { dayOr, demandOpen, endOne, periodOf, succeed, withdrawOne } from '../dated.js';
import { contains, holdsAtStartOf, type Period } from '../period.js';
import { Team } from '../units/team.entity.js';
import { Membership } from './membership.entity.js';
import { Staff } from './staff.entity.js';

export interface Move extends Period {
  readonly staffId: string;
  readonly teamId: string;
  /** The person's revision as the author of the act saw it. */
  readonly revision?: number;
}

/** Who is in which team, from when to when. Each act counts as a change of the person, which keeps two from crossing. */
@Injectable()
export class MembershipService {
  /** From an instant on somebody is in another team; with an end they come back to the present one. */
  async move(act: Act, { staffId, teamId, from, to, revision }: Move): Promise<Staff> {
    const staff = await act.find(Staff, staffId);
    const changed = await act.change(Staff, staff, {}, revision);
    const team = await act.find(Team, teamId);
    const wanted = { from, to: to ?? lastInstant(act, staff) };
    if (staff.leftOn !== null && (from === null || (wanted.to !== null && from >= wanted.to))) {
      throw conflict('has-left', `${staff.name} has left.`, { values: { name: staff.name, day: staff.leftOn } });
    }
    demandOpen(act, team, wanted);
    const rows = await act.entities.findBy(Membership, { staffId });
    const before = rows.find((row) => holdsAtStartOf(wanted, row));
    if (before?.teamId === teamId && contains(before, wanted)) {
      throw conflict('already-there', `${staff.name} is in ${team.name} by then.`, {
        values: { name: staff.name, unit: team.name },
      });
    }
    await succeed(act, Membership, rows, { id: uuid(), staffId, teamId, ...wanted }, async (row) => {
      const other = await act.find(Team, row.teamId);
      const values = { name: staff.name, unit: team.name, other: other.name, day: dayOr(act, row.from) };
      return conflict(
        'overlaps-membership',
        `${staff.name} is in ${other.name} from ${values.day} on, which overlaps with ${team.name}.`,
        { values },
      );
    });
    await act.record({
      act: 'staff.moved',
      entity: 'staff',
      id: staffId,
      name: staff.name,
      before: before && { team: (await act.find(Team, before.teamId)).name },
      after: { team: team.name, ...periodOf(act, wanted) },
    });
    return changed;
  }

  /** From an instant on somebody is in no team. */
  async end(act: Act, id: string, end: Date, revision: number): Promise<Row> {
    const { row, staff, team } = await this.lock(act, id, revision);
    await endOne(act, Membership, row, end);
    await act.record({
      act: 'membership.ended',
      entity: 'staff',
      id: staff.id,
      name: staff.name,
      before: { team: team.name, ...periodOf(act, row) },
      after: { team: team.name, ...periodOf(act, { from: row.from, to: end }) },
    });
    return staff;
  }

  /** Takes back a move that has not begun; the team it would have ended goes on. */
  async withdraw(act: Act, id: string, revision: number): Promise<Row> {
    const { row, staff, team } = await this.lock(act, id, revision);
    await withdrawOne(act, Membership, await act.entities.findBy(Membership, { staffId: staff.id }), row);
    await act.record({
      act: 'membership.withdrawn',
      entity: 'staff',
      id: staff.id,
      name: staff.name,
      before: { team: team.name, ...periodOf(act, row) },
    });
    return staff;
  }

  private async lock(act: Act, id: string, revision: number) {
    const { staffId } = await act.find(Membership, id);
    const staff = await act.change(Staff, await act.find(Staff, staffId), {}, revision);
    const row = await act.find(Membership, id);
    return { row, staff, team: await act.find(Team, row.teamId) };
  }
}

/** Nobody is in a team after their last day. */
const lastInstant = (act: Act, staff: Staff): Date | null =>
  staff.leftOn === null ? null : act.startOf(addDays(staff.leftOn, 1));
