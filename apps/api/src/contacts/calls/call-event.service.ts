import { Injectable } from '@nestjs/common';
import type { CallEvent } from '@forecall/contracts';
import { callCourse } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { CustomerService } from '../../customers/finding/customer.service.js';
import { sha256 } from '../../platform/access/secret.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { noteNews } from '../../platform/personal/personal-news.js';
import { reviseContact } from '../correcting/correction.query.js';
import { ContactStore } from '../logging/contact-store.js';
import { abandonedEntry } from './abandoned-entry.js';
import {
  departmentOfQueue,
  factsOf,
  type PhoneCall,
  type PhoneLine,
  phoneLineBySecret,
  setContact,
  staffNamed,
  tellOfCall,
  type ToldEvent,
} from './phone-call.query.js';

/** Takes what a telephone system tells of its calls: whose desk rings, how long somebody waited and talked, who gave up. */
@Injectable()
export class CallEventService {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerService,
    private readonly store: ContactStore,
  ) {}

  async take(secret: string, event: CallEvent): Promise<void> {
    const line = await phoneLineBySecret(this.database, sha256(secret));
    if (!line) throw notFound('telephone system');
    const told = await this.told(event);
    await this.database.transaction(async (sql) => {
      const call = await tellOfCall(sql, line.id, told);
      await sql.change(
        `UPDATE phone_line SET heard_at = now() WHERE id = $1 AND (heard_at IS NULL OR heard_at < now() - interval '1 minute')`,
        [line.id],
      );
      await this.follow(sql, line, call, told.kind);
      const { staffId, rungStaffIds } = call;
      await noteNews(sql, 'SELECT unnest($1::uuid[])', [staffId ? [...rungStaffIds, staffId] : rungStaffIds]);
    });
  }

  private async told(event: CallEvent): Promise<ToldEvent> {
    const { callId, direction, from, to, queue, cause, answeringNumber } = event;
    const users = [event.user ?? [], event['user[]'] ?? []].flat();
    const rungStaffIds = await staffNamed(this.database, users);
    const answering = answeringNumber ? await staffNamed(this.database, [answeringNumber]) : [];
    const isTheirs = event.event === 'answer' || direction === 'out';
    const { e164 } = await this.customers.caller(direction === 'in' ? from : to);
    return {
      ...{ callId, direction, from, to, e164, queue, cause, rungStaffIds, kind: event.event },
      staffId: isTheirs ? (only(answering) ?? only(rungStaffIds)) : null,
    };
  }

  private async follow(sql: Sql, line: PhoneLine, call: PhoneCall, kind: ToldEvent['kind']): Promise<void> {
    const course = callCourse(factsOf(call));
    if (!course) return;
    if (course.state === 'abandoned' && call.contactId === null) await this.storeAbandoned(sql, line, call);
    if (kind === 'answer' && call.contactId !== null) await this.takeBackAbandoned(sql, call);
    if (kind === 'hangup' && course.state === 'ended' && call.contactId !== null)
      await completeContact(sql, call.contactId, course);
  }

  private async storeAbandoned(sql: Sql, line: PhoneLine, call: PhoneCall): Promise<void> {
    const id = uuid();
    const people = call.e164 === null ? [] : (await this.customers.caller(call.e164)).people;
    const department = call.queue === '' ? undefined : await departmentOfQueue(sql, call.queue);
    const entry = abandonedEntry(id, call, {
      departmentId: department?.id ?? line.departmentId,
      createdBy: line.createdBy,
      people,
    });
    const { fault } = await this.store.storeIn(sql, entry);
    if (fault) throw new Error(`An abandoned call cannot be stored: ${fault}`);
    await setContact(sql, call.id, id);
  }

  /** Its answer came after the hang-up: nobody gave up. */
  private async takeBackAbandoned(sql: Sql, { id, contactId }: PhoneCall): Promise<void> {
    const abandoned = await sql.first(
      `SELECT FROM contact WHERE id = $1 AND outcome = 'abandoned-in-queue' AND voided_at IS NULL FOR UPDATE`,
      [contactId],
    );
    if (!abandoned || contactId === null) return;
    await reviseContact(sql, contactId, { voided_at: new Date(), void_reason: 'answered' }, byTelephone('answered'));
    await setContact(sql, id, null);
  }
}

const only = (ids: readonly string[]): string | null => (ids.length === 1 ? (ids[0] ?? null) : null);
const byTelephone = (why: string) => ({ signInId: null, why });

/** The contact was saved while they still talked: the hang-up completes it. */
async function completeContact(
  sql: Sql,
  contactId: string,
  {
    waitSeconds,
    talkSeconds,
    endedAt,
  }: { waitSeconds: number | null; talkSeconds: number | null; endedAt: number | null },
): Promise<void> {
  const contact = await sql.first<{ endedAt: Date; waitSeconds: number | null }>(
    `SELECT ended_at AS "endedAt", wait_seconds AS "waitSeconds" FROM contact
     WHERE id = $1 AND talk_seconds IS NULL AND outcome = 'handled' AND voided_at IS NULL FOR UPDATE`,
    [contactId],
  );
  if (!contact || talkSeconds === null || endedAt === null) return;
  const columns = {
    talk_seconds: talkSeconds,
    wait_seconds: contact.waitSeconds ?? waitSeconds,
    ended_at: new Date(Math.max(contact.endedAt.getTime(), endedAt)),
  };
  await reviseContact(sql, contactId, columns, byTelephone('hung up'));
}
