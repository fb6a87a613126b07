import { Injectable } from '@nestjs/common';
import {
  type ComplaintName,
  type ComplaintReceived,
  type ContactLogged,
  LogContact,
  type LogWrittenComplaint,
  RecordAnswer,
  ReceiveComplaint,
} from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { ComplaintService } from '../complaints/complaint.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { Database, type Sql } from '../platform/database/database.js';
import { conflict, type ProblemError } from '../platform/http/problem.js';
import { WrapUpService } from '../proactive/calls/wrap-up.service.js';
import { PromiseService } from '../promises/promise.service.js';
import { AnswerService } from '../satisfaction/answer.service.js';
import { HandOverService } from './handing-over/hand-over.service.js';
import { DeskCallsService } from './calls/desk-calls.service.js';
import { type ContactEntry, contactEntry, formEntry } from './logging/contact-entry.js';
import { ContactStore } from './logging/contact-store.js';
import { departmentLed } from './logging/department-led.query.js';
import { wrongTime } from './logging/logging-time.js';
import type { StoreOutcome } from './logging/store-contacts.query.js';
import { storeRefusal } from './logging/store-refusal.js';

export interface Logged {
  readonly answer: ContactLogged;
  /** false: sent before, and stored then. */
  readonly isNew: boolean;
}

type Attempt = Pick<StoreOutcome, 'isNew'> & { complaint?: ComplaintName; refusal?: ProblemError };

/** Logs contacts, each once, however often it is sent. */
@Injectable()
export class ContactService {
  constructor(
    private readonly database: Database,
    private readonly store: ContactStore,
    private readonly complaints: ComplaintService,
    private readonly calls: DeskCallsService,
    private readonly handOvers: HandOverService,
    private readonly wrapUps: WrapUpService,
    private readonly answers: AnswerService,
    private readonly promises: PromiseService,
  ) {}

  /** `timeField`: where the body says when it ended. */
  async log(viewer: Viewer, contact: LogContact, timeField?: string): Promise<Logged> {
    const entry = contactEntry(viewer, contact);
    const { isNew, complaint, refusal } = await this.attempt(viewer, entry, contact, timeField);
    if (isNew) return { answer: await this.answer(contact, complaint ?? null), isNew };
    if (await this.isSentBefore(entry)) {
      const received = contact.complaint ? await this.complaints.ofContact(this.database, entry.id) : null;
      return { answer: await this.answer(contact, received), isNew };
    }
    throw refusal ?? conflict('contact-exists', 'There is another contact with this id.');
  }

  /**
   * A letter, form or e-mail: its receiving contact begins and ends with the receipt. Who leads and was in no team then
   * receives it for the department, as nobody's own contact.
   */
  async logWritten(viewer: Viewer, { receivedAt, ...written }: LogWrittenComplaint): Promise<ComplaintReceived> {
    const led = written.repId === undefined ? await departmentLed(this.database, viewer, receivedAt) : undefined;
    const times = { startedAt: receivedAt, endedAt: receivedAt };
    const contact = {
      ...LogContact.parse({ ...written, ...times, id: uuid(), direction: 'in' }),
      ...(led !== undefined && { repId: null, handlingDepartmentId: led }),
    };
    const { answer } = await this.log(viewer, contact, 'receivedAt');
    if (!answer.complaint) throw new Error('A written complaint is stored with its contact.');
    return { ...answer.complaint, contactId: answer.id };
  }

  /** What came by the public form, as part of the caller's transaction. */
  async receiveByForm(
    sql: Sql,
    handlingDepartmentId: string,
    { summary, remedySought }: Pick<ReceiveComplaint, 'summary' | 'remedySought'>,
  ): Promise<ComplaintName> {
    const entry = formEntry(uuid(), new Date().toISOString(), handlingDepartmentId);
    const { isNew, fault } = await this.store.storeIn(sql, entry);
    if (!isNew) throw fault ? storeRefusal(fault) : new Error('Its id is new.');
    const contact = { id: entry.id, direction: 'in', purpose: 'service', outcome: 'handled' } as const;
    return this.complaints.receive(sql, null, contact, ReceiveComplaint.parse({ summary, remedySought }));
  }

  private async answer({ id, plannedCall }: LogContact, complaint: ComplaintName | null): Promise<ContactLogged> {
    const logged = { id, revision: 1, complaint } as const;
    return plannedCall ? { ...logged, plannedCallId: await this.wrapUps.countsFor(this.database, id) } : logged;
  }

  private async attempt(
    viewer: Viewer,
    entry: ContactEntry,
    contact: LogContact,
    timeField?: string,
  ): Promise<Attempt> {
    const refusal = wrongTime(viewer, contact.endedAt, timeField);
    if (refusal) return { isNew: false, refusal };
    const { complaint, callId, handOver, transferredFrom, plannedCall, promise } = contact;
    return complaint || callId || handOver || transferredFrom || plannedCall || promise
      ? this.storeWithMore(viewer, entry, contact, timeField)
      : attemptOf(await this.store.storeInGroup(entry), timeField);
  }

  /** A complaint, the call it came by, a hand-over: more than the one row, so it is a transaction of its own. */
  private storeWithMore(viewer: Viewer, entry: ContactEntry, contact: LogContact, timeField?: string) {
    return this.database.transaction(async (sql): Promise<Attempt> => {
      const attempt = attemptOf(await this.store.storeIn(sql, entry), timeField);
      if (!attempt.isNew) return attempt;
      if (contact.callId) await this.calls.claim(sql, viewer, contact.callId, entry.id);
      if (contact.transferredFrom) await this.handOvers.end(sql, viewer, contact.transferredFrom);
      const { complaint: told, handOver } = contact;
      const complaint = told ? await this.complaints.receive(sql, viewer, contact, told) : undefined;
      if (contact.plannedCall) await this.wrapUps.end(sql, viewer, contact);
      const score = contact.plannedCall?.score;
      if (score) await this.answers.recordIn(sql, viewer, entry.id, RecordAnswer.parse({ score }));
      if (contact.promise) await this.promises.make(sql, viewer, contact, contact.promise);
      // After its complaint: who takes it over is told no name then.
      if (handOver) await this.handOvers.begin(sql, viewer, entry.id, handOver);
      return { ...attempt, complaint };
    });
  }

  /** The same from the same sign-in. What it was refused for now, it was not then. */
  private async isSentBefore({ id, created_by, first_sha256 }: ContactEntry): Promise<boolean> {
    const changed = await this.database.first(
      'SELECT FROM contact WHERE id = $1 AND created_by = $2 AND first_sha256 = $3::bytea',
      [id, created_by, first_sha256],
    );
    return changed !== undefined;
  }
}

const attemptOf = ({ isNew, fault }: StoreOutcome, timeField?: string): Attempt => ({
  isNew,
  refusal: fault ? storeRefusal(fault, { timeField }) : undefined,
});
