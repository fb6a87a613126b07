import { Injectable } from '@nestjs/common';
import type { ComplaintName, ContactLogged, LogContact, ReceiveComplaint } from '@forecall/contracts';
import { ComplaintService } from '../complaints/complaint.service.js';
import { hasRole, type Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { badRequest, conflict, type ProblemError } from '../platform/http/problem.js';
import { type ContactEntry, contactEntry } from './contact-entry.js';
import { ContactStore } from './contact-store.js';
import type { StoreOutcome } from './store-contacts.query.js';
import { storeRefusal } from './store-refusal.js';

/** Clocks differ; a contact that ends further ahead of the server is a mistake. */
const aheadToleranceMs = 2 * 60_000;

/** What is recorded later changes a figure that people have read; a supervisor or head answers for that. */
const lateAfterMs = 7 * 86_400_000;

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
  ) {}

  async log(viewer: Viewer, contact: LogContact): Promise<Logged> {
    const entry = contactEntry(viewer, contact);
    const { isNew, complaint, refusal } = await this.attempt(viewer, entry, contact);
    if (isNew) return { answer: { id: entry.id, revision: 1, complaint: complaint ?? null }, isNew };
    if (await this.isSentBefore(entry)) {
      const received = contact.complaint ? await this.complaints.ofContact(this.database, entry.id) : null;
      return { answer: { id: entry.id, revision: 1, complaint: received }, isNew };
    }
    throw refusal ?? conflict('contact-exists', 'There is another contact with this id.');
  }

  private async attempt(viewer: Viewer, entry: ContactEntry, contact: LogContact): Promise<Attempt> {
    const refusal = wrongTime(viewer, contact.endedAt);
    if (refusal) return { isNew: false, refusal };
    const { complaint } = contact;
    return complaint
      ? this.storeWithComplaint(viewer, entry, contact, complaint)
      : attemptOf(await this.store.storeInGroup(entry));
  }

  /** Writes more than the one row, so it is a transaction of its own. */
  private storeWithComplaint(viewer: Viewer, entry: ContactEntry, contact: LogContact, told: ReceiveComplaint) {
    return this.database.transaction(async (sql): Promise<Attempt> => {
      const attempt = attemptOf(await this.store.storeIn(sql, entry));
      return attempt.isNew
        ? { ...attempt, complaint: await this.complaints.receive(sql, viewer, contact, told) }
        : attempt;
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

const attemptOf = ({ isNew, fault }: StoreOutcome): Attempt => ({
  isNew,
  refusal: fault ? storeRefusal(fault) : undefined,
});

/** By the end, which owns the contact. */
function wrongTime(viewer: Viewer, endedAt: string): ProblemError | undefined {
  const aheadMs = Date.parse(endedAt) - Date.now();
  if (aheadMs > aheadToleranceMs) return aheadOfTime();
  const isLate = aheadMs < -lateAfterMs && !hasRole(viewer, 'supervisor', 'head');
  return isLate ? tooLongAgo() : undefined;
}

const aheadOfTime = () =>
  badRequest('ahead-of-time', 'The contact ends in the future.', {
    fields: [{ path: 'endedAt', code: 'ahead-of-time', message: 'is more than 2 minutes ahead of the server' }],
  });

const tooLongAgo = () =>
  badRequest('too-long-ago', 'A supervisor or head logs what ended more than 7 days ago.', {
    fields: [{ path: 'endedAt', code: 'too-long-ago', message: 'is more than 7 days ago' }],
  });
