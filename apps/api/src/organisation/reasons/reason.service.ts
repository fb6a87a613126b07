import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { badRequest } from '../../platform/http/problem.js';
import type { Act } from '../acts/act.js';
import { demandOpen, endOne, periodOf } from '../dated.js';
import { overlap } from '../period.js';
import { Department } from '../units/department.entity.js';
import { ancestorsOf, descendantsOf, siblingsOf } from './reason.query.js';
import { Reason } from './reason.entity.js';

export type ReasonDetails = Pick<Reason, 'nameEn' | 'nameZh' | 'departmentId'>;

/** Deeper trees cannot be worked with while somebody talks. */
const deepest = 5;

/** The tree of what contacts are about. Whoever logs a contact chooses from it; it decides who has to answer. */
@Injectable()
export class ReasonService {
  /** One below this parent that is open, by its English name in whatever case. */
  async named(act: Act, parentId: string | null, nameEn: string): Promise<Reason | undefined> {
    const open = await act.entities.findBy(Reason, { parentId: parentId ?? IsNull(), to: IsNull() });
    return open.find((reason) => reason.nameEn.toLowerCase() === nameEn.toLowerCase());
  }

  async add(
    act: Act,
    wanted: ReasonDetails & Pick<Reason, 'parentId' | 'from'> & { readonly beforeId: string | null },
  ): Promise<Reason> {
    const { beforeId, ...fields } = wanted;
    await this.demandFits(act, fields, 1);
    const id = uuid();
    const order = await this.orderWith(act, id, fields.parentId, beforeId);
    const reason = await act.add(Reason, { id, ...fields, to: null, place: order.indexOf(id) });
    await this.number(act, order);
    const after = { ...(await this.described(act, fields)), ...periodOf(act, reason) };
    await act.record({ act: 'reason.added', entity: 'reason', id, name: reason.nameEn, after });
    return reason;
  }

  /** Contacts logged from now on go to the new department; those logged before keep the one they have. */
  async change(act: Act, id: string, details: ReasonDetails, revision: number): Promise<Reason> {
    const reason = await act.find(Reason, id);
    await this.demandFits(act, { ...details, parentId: reason.parentId, from: null }, 1);
    const changed = await act.change(Reason, reason, details, revision);
    await act.record({
      act: 'reason.changed',
      entity: 'reason',
      id,
      name: details.nameEn,
      before: await this.described(act, reason),
      after: await this.described(act, details),
    });
    return changed;
  }

  /** Moves it, with all below it, under another parent or between other siblings. */
  async place(
    act: Act,
    id: string,
    { parentId, beforeId }: { readonly parentId: string | null; readonly beforeId: string | null },
    revision: number,
  ): Promise<Reason> {
    const reason = await act.find(Reason, id);
    const below = await descendantsOf(act.sql, id);
    if (parentId !== null && [id, ...below.map((each) => each.id)].includes(parentId)) {
      throw badRequest('reason-in-itself', 'A reason cannot be put below itself.');
    }
    const height = 1 + Math.max(0, ...below.map(({ depth }) => depth));
    await this.demandFits(act, { departmentId: reason.departmentId, parentId, from: null }, height);
    const before = { parent: await this.nameOf(act, reason.parentId) };
    const order = await this.orderWith(act, id, parentId, beforeId);
    const placed = await act.change(Reason, reason, { parentId, place: order.indexOf(id) }, revision);
    await this.number(act, order);
    await act.record({
      act: 'reason.placed',
      entity: 'reason',
      id,
      name: reason.nameEn,
      before,
      after: { parent: await this.nameOf(act, parentId), before: await this.nameOf(act, beforeId) },
    });
    return placed;
  }

  /** All below it close with it. Contacts that carry it keep it. */
  async close(act: Act, id: string, end: Date, revision: number): Promise<Reason> {
    const reason = await act.find(Reason, id);
    await act.change(Reason, reason, {}, revision);
    const below = await descendantsOf(act.sql, id);
    for (const { id: lowerId } of below.toReversed()) {
      const lower = await act.find(Reason, lowerId);
      if (overlap(lower, { from: end, to: null })) await endOne(act, Reason, lower, end);
    }
    const closed = await endOne(act, Reason, await act.find(Reason, id), end);
    const [before, after] = [periodOf(act, reason), { ...periodOf(act, closed), below: below.length }];
    await act.record({ act: 'reason.closed', entity: 'reason', id, name: reason.nameEn, before, after });
    return closed;
  }

  /** Those below it stay closed. */
  async reopen(act: Act, id: string, revision: number): Promise<Reason> {
    const reason = await act.find(Reason, id);
    const { parentId, departmentId } = reason;
    await this.demandFits(act, { parentId, departmentId, from: null }, 1);
    const reopened = await act.change(Reason, reason, { to: null }, revision);
    const [before, after] = [periodOf(act, reason), periodOf(act, reopened)];
    await act.record({ act: 'reason.reopened', entity: 'reason', id, name: reason.nameEn, before, after });
    return reopened;
  }

  private async demandFits(
    act: Act,
    { parentId, departmentId, from }: Pick<Reason, 'parentId' | 'departmentId' | 'from'>,
    height: number,
  ): Promise<void> {
    const now = { from: from ?? act.at, to: null };
    if (departmentId !== null) demandOpen(act, await act.find(Department, departmentId), now);
    if (parentId === null) {
      if (departmentId !== null) return;
      const message = 'A reason without a parent names the department that answers for it.';
      throw badRequest('reason-without-department', message, {
        fields: [{ path: 'departmentId', code: 'required', message }],
      });
    }
    const parent = await act.find(Reason, parentId);
    demandOpen(act, { name: parent.nameEn, from: null, to: parent.to }, now);
    if ((await ancestorsOf(act.sql, parentId)).length + height > deepest) {
      throw badRequest('reason-too-deep', `The tree has at most ${deepest} levels.`, { values: { deepest } });
    }
  }

  /** The ids below a parent with this one before the one named, or last. */
  private async orderWith(act: Act, id: string, parentId: string | null, beforeId: string | null): Promise<string[]> {
    const ids = (await siblingsOf(act.sql, parentId)).filter((each) => each !== id);
    const at = beforeId === null ? ids.length : ids.indexOf(beforeId);
    if (at < 0) throw badRequest('no-such-sibling', 'The reason to stand before is not below the same parent.');
    return ids.toSpliced(at, 0, id);
  }

  private async number(act: Act, ids: readonly string[]): Promise<void> {
    for (const [place, id] of ids.entries()) {
      const row = await act.find(Reason, id);
      if (row.place !== place) await act.change(Reason, row, { place });
    }
  }

  private async nameOf(act: Act, id: string | null): Promise<string | null> {
    return id === null ? null : (await act.find(Reason, id)).nameEn;
  }

  private async described(act: Act, { nameEn, nameZh, departmentId }: ReasonDetails) {
    const department = departmentId === null ? null : (await act.find(Department, departmentId)).name;
    return { nameEn, nameZh, department };
  }
}
