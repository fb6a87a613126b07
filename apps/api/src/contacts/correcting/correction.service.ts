import { Injectable } from '@nestjs/common';
import type { CorrectContact, Revised, VoidEntry } from '@forecall/contracts';
import { complaintFoundByUs, contactFaults } from '@forecall/domain';
import { WrapUpService } from '../../proactive/calls/wrap-up.service.js';
import { refuseLinksAcross } from '../../complaints/repeats/links-across.service.js';
import { type Reach, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badRequest, conflict, forbidden, notFound, ProblemError } from '../../platform/http/problem.js';
import {
  type LockedContact,
  lockContact,
  hasLiveAnswers,
  movePromises,
  resolveEntry,
  reviseContact,
  type Said,
} from './correction.query.js';
import { storeRefusal } from '../logging/store-refusal.js';
import { wrongTime } from '../logging/logging-time.js';

type Changes = CorrectContact['changes'];

/** Column of each thing that is said, where its name differs in more than its form. */
const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** What a planned call has of its contact. */
const followed = ['account_id', 'purpose', 'outcome', 'ended_at', 'rep_id'];

/** Corrects and voids contacts, keeping what was there. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly database: Database,
    private readonly wrapUps: WrapUpService,
  ) {}

  correct(viewer: Viewer, id: string, { revision, why, changes }: CorrectContact): Promise<Revised> {
    return this.database.transaction(async (sql) => {
      const reach = reachOf(viewer);
      const contact = await this.lock(sql, id, reach, revision);
      refuseUnlessMine(contact, changes);
      const said = { ...contact.said, ...changes };
      refuseContradictions(contact, said);
      if (changes.endedAt !== undefined) {
        const refusal = wrongTime(viewer, changes.endedAt, 'changes.endedAt');
        if (refusal) throw refusal;
      }
      const columns = { ...ownColumns(changes), ...(await this.attribution(sql, reach, contact, changes, said)) };
      await reviseContact(sql, id, columns, { signInId: viewer.signInId, why });
      await this.carryAlong(sql, id, contact, columns);
      if (isMovedOn(contact, columns)) await refuseLinksAcross(sql, [id], reach);
      return { id, revision: revision + 1 };
    });
  }

  /**
   * Says whose the contact is, for somebody who sees to its complaint; within the transaction that looked whether they
   * may. The frozen columns follow.
   */
  async nameCustomer(
    sql: Sql,
    by: { readonly viewer: Viewer; readonly why: string },
    id: string,
    changes: Pick<Changes, 'accountId' | 'personId'>,
  ): Promise<void> {
    const everywhere: Reach = { everything: true, staffId: id, teamIds: [], departmentIds: [] };
    const contact = await lockContact(sql, id, everywhere);
    if (!contact) throw notFound('contact');
    const attribution = await this.attribution(sql, everywhere, contact, changes, { ...contact.said, ...changes });
    const columns = { ...ownColumns(changes), ...attribution };
    await reviseContact(sql, id, columns, { signInId: by.viewer.signInId, why: by.why });
    await this.carryAlong(sql, id, contact, columns);
    if (isMovedOn(contact, columns)) await refuseLinksAcross(sql, [id], reachOf(by.viewer));
  }

  void(viewer: Viewer, id: string, { revision, why }: VoidEntry): Promise<Revised> {
    return this.database.transaction(async (sql) => {
      const contact = await this.lock(sql, id, reachOf(viewer), revision);
      if (!contact.isLed && !contact.isOwn) throw forbidden('Its supervisor or head voids a contact.');
      if (contact.complaintMark > 0) throw conflict('has-complaint', 'Void the complaint first.');
      if (await hasLiveAnswers(sql, id)) throw conflict('has-answers', 'Void the answers about the contact first.');
      await reviseContact(sql, id, { voided_at: new Date(), void_reason: why }, { signInId: viewer.signInId, why });
      if (contact.said.accountId !== null) await this.wrapUps.takeBack(sql, id, contact.said.accountId);
      return { id, revision: revision + 1 };
    });
  }

  /** The call that it was, and what was promised in it, are as it is. */
  private async carryAlong(
    sql: Sql,
    id: string,
    contact: LockedContact,
    columns: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (isMovedOn(contact, columns) && !(await movePromises(sql, id)))
      throw conflict('has-promise', 'Something was promised in it: say to whom.');
    if (followed.some((column) => column in columns)) await this.wrapUps.follow(sql, id, contact.said.accountId);
  }

  private async lock(sql: Sql, id: string, reach: Reach, revision: number): Promise<LockedContact> {
    const contact = await lockContact(sql, id, reach);
    if (!contact) throw notFound('contact');
    if (contact.isWithheld) throw forbidden('Others see to a complaint about oneself.');
    if (contact.isVoided) throw conflict('voided', 'The contact is voided.');
    if (contact.revision !== revision) throw revisedMeanwhile(contact.revision);
    return contact;
  }

  /** The frozen columns that depend on what changed; the others stay as they were. */
  private async attribution(sql: Sql, reach: Reach, contact: LockedContact, changes: Changes, said: Said) {
    const isChanged = (field: keyof Changes & keyof Said) =>
      changes[field] !== undefined && changes[field] !== contact.said[field];
    const isAtOtherTime = Date.parse(said.endedAt) !== Date.parse(contact.said.endedAt);
    const isMoved = isChanged('repId') || isAtOtherTime;
    const isOfOther = isChanged('accountId') || isChanged('personId') || isAtOtherTime;
    const isHandedOver = isChanged('answerableDepartmentId');
    if (!isMoved && !isOfOther && !isChanged('reasonId') && !isHandedOver) return {};

    const mayBe = isChanged('repId') ? null : said.repId;
    const resolved = await resolveEntry(sql, {
      account_id: said.accountId ?? undefined,
      person_id: said.personId ?? undefined,
      reason_id: said.reasonId ?? undefined,
      at: said.endedAt,
      rep_id: said.repId ?? undefined,
      handling_department_id: said.repId === null ? contact.said.handlingDepartmentId : undefined,
      answerable_department_id: changes.answerableDepartmentId ?? undefined,
      reach_staff_id: mayBe ?? reach.staffId,
      reach_team_ids: reach.teamIds,
      reach_department_ids: said.repId === null ? [contact.said.handlingDepartmentId] : reach.departmentIds,
    });
    if (!resolved) throw new Error('One entry is resolved to one row.');
    if (resolved.fault) throw storeRefusal(resolved.fault, { under: 'changes.' });
    const { team_id, supervisor_id, handling_department_id, account_class, rep_in_care_id } = resolved.frozen;
    const isReasonless =
      said.reasonId === null && contact.said.answerableDepartmentId === contact.said.handlingDepartmentId;
    const isAnswerableNew = isHandedOver || isChanged('reasonId') || (isMoved && isReasonless);
    return {
      ...(isMoved ? { team_id, supervisor_id, handling_department_id } : {}),
      ...(isOfOther ? { account_id: resolved.accountId, account_class, rep_in_care_id } : {}),
      ...(isAnswerableNew ? { answerable_department_id: resolved.answerableDepartmentId } : {}),
    };
  }
}

/** To another account. */
const isMovedOn = ({ said }: LockedContact, columns: Readonly<Record<string, unknown>>): boolean =>
  'account_id' in columns && columns['account_id'] !== said.accountId;

/** The answerable department is no saying of the row alone: it is resolved. */
function ownColumns(changes: Changes): Record<string, unknown> {
  const { answerableDepartmentId: _, attributes, ...plain } = changes;
  const columns = Object.entries(plain).map(([field, value]) => [columnOf(field), value] as const);
  return { ...Object.fromEntries(columns), ...(attributes ? { attributes: JSON.stringify(attributes) } : {}) };
}

function refuseUnlessMine(contact: LockedContact, changes: Changes): void {
  if (contact.isLed) return;
  if (changes.repId !== undefined && changes.repId !== contact.said.repId)
    throw forbidden('Its supervisor or head says who handled a contact.');
  if (contact.isOwnAndFresh) return;
  if (contact.isOwn)
    throw new ProblemError(403, 'correction-too-late', 'After 24 hours its supervisor or head corrects a contact.');
  throw forbidden('Who handled a contact corrects it, or their supervisor or head.');
}

/** Milliseconds with their fraction: what is stored may be exact to the microsecond, what is said anew is not. */
function exactMs(text: string): number {
  const [, beyond = ''] = /\.\d{3}(\d+)/.exec(text) ?? [];
  return Date.parse(text) + Number(`0.${beyond}0`);
}

function refuseContradictions(contact: LockedContact, said: Said): void {
  const facts = { ...said, startedAt: exactMs(said.startedAt), endedAt: exactMs(said.endedAt) };
  const fields = contactFaults(facts).map((fault) => ({ ...fault, path: `changes.${fault.path}` }));
  const named = fields.map(({ path, message }) => `${path}: ${message}`).join('; ');
  if (fields.length > 0) throw badRequest('invalid', named, { fields });
  const { complaintMark } = contact;
  if (complaintMark > 0 && complaintFoundByUs(said, complaintMark === 2) === undefined)
    throw conflict('has-complaint', 'Such a contact could not have received its complaint.');
}

const revisedMeanwhile = (revision: number) =>
  conflict('revised-meanwhile', 'Somebody has changed this meanwhile. Look at it anew.', { values: { revision } });
