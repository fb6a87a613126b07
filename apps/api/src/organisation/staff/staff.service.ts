import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { addDays } from '@forecall/domain';
import { keepAnAdminBeside } from '../../platform/access/last-admin.js';
import { conflict } from '../../platform/http/problem.js';
import { pinyinOf } from '../../platform/names/pinyin.js';
import type { Act } from '../acts/act.js';
import { dayOr, endAll } from '../dated.js';
import type { Period } from '../period.js';
import { Leadership } from '../units/leadership.entity.js';
import { Membership } from './membership.entity.js';
import { MembershipService } from './membership.service.js';
import { Staff } from './staff.entity.js';

export type StaffDetails = Pick<Staff, 'name' | 'externalId' | 'email' | 'zone' | 'extension'>;

/** The people who work here, apart from whether they may sign in. */
@Injectable()
export class StaffService {
  constructor(private readonly memberships: MembershipService) {}

  async hire(
    act: Act,
    details: StaffDetails & { readonly teamId: string | null; readonly from: Date | null; readonly batchId?: string },
  ): Promise<Staff> {
    const { teamId, from, batchId = null, ...person } = details;
    const id = uuid();
    const staff = await act.add(Staff, { id, ...written(person), leftOn: null, createdAt: act.at, batchId });
    await act.record({ act: 'staff.hired', entity: 'staff', id, name: staff.name, after: person });
    return teamId === null ? staff : this.memberships.move(act, { staffId: id, teamId, from, to: null });
  }

  async change(act: Act, id: string, details: StaffDetails, revision: number): Promise<Staff> {
    const staff = await act.find(Staff, id);
    const changed = await act.change(Staff, staff, written(details), revision);
    const { name, externalId, email, zone, extension } = staff;
    await act.record({
      act: 'staff.changed',
      entity: 'staff',
      id,
      name: changed.name,
      before: { name, externalId, email, zone, extension },
      after: details,
    });
    return changed;
  }

  /** After the last day somebody is in no team and leads nothing; what they did stays theirs. */
  async leave(act: Act, id: string, lastDay: string, revision: number): Promise<Staff> {
    const staff = await act.find(Staff, id);
    const changed = await act.change(Staff, staff, { leftOn: lastDay }, revision);
    await keepAnAdminBeside(act.sql, id);
    const end = act.startOf(addDays(lastDay, 1));
    const began = async (row: Period) =>
      conflict('began-after', `Something of ${staff.name} began on ${dayOr(act, row.from)}, after that day.`, {
        values: { name: staff.name, day: dayOr(act, row.from) },
      });
    await endAll(act, Membership, await act.entities.findBy(Membership, { staffId: id }), end, began);
    await endAll(act, Leadership, await act.entities.findBy(Leadership, { staffId: id }), end, began);
    await act.record({
      act: 'staff.left',
      entity: 'staff',
      id,
      name: staff.name,
      before: { lastDay: staff.leftOn },
      after: { lastDay },
    });
    return changed;
  }

  /** Somebody who left is back, in no team as yet. */
  async comeBack(act: Act, id: string, revision: number): Promise<Staff> {
    const staff = await act.find(Staff, id);
    const changed = await act.change(Staff, staff, { leftOn: null }, revision);
    await act.record({
      act: 'staff.came-back',
      entity: 'staff',
      id,
      name: staff.name,
      before: { lastDay: staff.leftOn },
      after: { lastDay: null },
    });
    return changed;
  }
}

const written = (details: StaffDetails) => ({ ...details, ...pinyinOf(details.name, { person: true }) });
