import { Injectable } from '@nestjs/common';
import type { AssignComplaints, ComplaintsAssigned } from '@forecall/contracts';
import { complaintNumber } from '@forecall/domain';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { sightOf } from '../complaint-sight.service.js';
import { type AssignableComplaint, knownStaff, lockForAssigning, writeOwners } from './assign-complaints.query.js';

type Told = AssignComplaints['complaints'][number];
type Refusal = ComplaintsAssigned['refused'][number];

/** Gives many complaints their owners at once: each is judged on its own, all that can be are written together. */
@Injectable()
export class AssignService {
  constructor(private readonly database: Database) {}

  assign(viewer: Viewer, { complaints, why }: AssignComplaints): Promise<ComplaintsAssigned> {
    return this.database.transaction(async (sql) => {
      const sight = await sightOf(sql, viewer);
      const locked = await lockForAssigning(
        sql,
        complaints.map(({ id }) => id),
        sight,
      );
      const byId = new Map(locked.map((complaint) => [complaint.id, complaint]));
      const staff = await knownStaff(
        sql,
        complaints.flatMap(({ ownerId }) => ownerId ?? []),
      );
      const assigned: ComplaintsAssigned['assigned'] = [];
      const refused: Refusal[] = [];
      const owners = new Map<string, string | null>();
      for (const told of complaints) {
        const complaint = byId.get(told.id);
        const code = refusalOf(told, complaint, staff);
        if (code !== null) refused.push({ id: told.id, number: complaint ? numberOf(complaint) : null, code });
        if (code !== null || !complaint) continue;
        const isChanged = complaint.ownerId !== told.ownerId;
        if (isChanged) owners.set(told.id, told.ownerId);
        assigned.push({ id: told.id, revision: told.revision + (isChanged ? 1 : 0), ownerIdBefore: complaint.ownerId });
      }
      if (owners.size > 0) await writeOwners(sql, owners, { signInId: viewer.signInId, why });
      return { assigned, refused };
    });
  }
}

function refusalOf(
  { ownerId, revision }: Told,
  complaint: AssignableComplaint | undefined,
  staff: ReadonlySet<string>,
): Refusal['code'] | null {
  if (!complaint) return 'not-found';
  if (complaint.isWithheld) return 'forbidden';
  if (complaint.isOver) return 'voided';
  if (ownerId !== null && !staff.has(ownerId)) return 'unknown-owner';
  if (ownerId !== null && complaint.concerned.includes(ownerId)) return 'handed-to-concerned';
  return complaint.revision === revision ? null : 'revised-meanwhile';
}

const numberOf = ({ running, year }: AssignableComplaint) => complaintNumber(running, year);
