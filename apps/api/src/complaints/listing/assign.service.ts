import { Injectable } from '@nestjs/common';
import type { AssignComplaints, ComplaintsAssigned } from '@forecall/contracts';
import { complaintNumber } from '@forecall/domain';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { type Sight, sightOf } from '../complaint-sight.service.js';
import { mayGiveTo } from '../handing-over/handover-right.js';
import { type Pending, pendingHandovers, staffAtWork } from '../handing-over/handover.query.js';
import { type AssignableComplaint, lockForAssigning, writeOwners } from './assign-complaints.query.js';

type Told = AssignComplaints['complaints'][number];
type Refusal = ComplaintsAssigned['refused'][number];

/** Gives many complaints their owners at once: each is judged on its own, all that can be are written together. */
@Injectable()
export class AssignService {
  constructor(private readonly database: Database) {}

  assign(viewer: Viewer, { complaints, why }: AssignComplaints): Promise<ComplaintsAssigned> {
    return this.database.transaction(async (sql) => {
      const sight = await sightOf(sql, viewer);
      const ids = complaints.map(({ id }) => id);
      const locked = await lockForAssigning(sql, ids, sight);
      const byId = new Map(locked.map((complaint) => [complaint.id, complaint]));
      const owning = complaints.flatMap(({ ownerId }) => ownerId ?? []);
      const asked = {
        sight,
        staff: await staffAtWork(sql, owning),
        pending: await pendingHandovers(sql, ids, sight.staffId),
      };
      const assigned: ComplaintsAssigned['assigned'] = [];
      const refused: Refusal[] = [];
      const owners = new Map<string, string | null>();
      for (const told of complaints) {
        const complaint = byId.get(told.id);
        const code = refusalOf(told, complaint, asked);
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

interface Asked {
  readonly sight: Sight;
  /** Who can own a complaint. */
  readonly staff: ReadonlySet<string>;
  readonly pending: ReadonlyMap<string, Pending>;
}

function refusalOf(
  { id, ownerId, revision }: Told,
  complaint: AssignableComplaint | undefined,
  { sight, staff, pending }: Asked,
): Refusal['code'] | null {
  if (!complaint) return 'not-found';
  if (complaint.isWithheld) return 'forbidden';
  if (complaint.isOver) return 'voided';
  if (!mayGiveTo(sight, complaint, { ownerId, pending: pending.get(id) })) return 'forbidden';
  if (ownerId !== null && !staff.has(ownerId)) return 'unknown-owner';
  if (ownerId !== null && complaint.concerned.includes(ownerId)) return 'handed-to-concerned';
  return complaint.revision === revision ? null : 'revised-meanwhile';
}

const numberOf = ({ running, year }: AssignableComplaint) => complaintNumber(running, year);
