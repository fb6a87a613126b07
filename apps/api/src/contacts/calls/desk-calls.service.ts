import { Injectable } from '@nestjs/common';
import type { CallDismissed, DeskCall, DeskCalls } from '@forecall/contracts';
import { callCourse } from '@forecall/domain';
import { CustomerService } from '../../customers/finding/customer.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import {
  deskCalls,
  dismissCall,
  factsOf,
  fillDurations,
  lockOwnCall,
  type PhoneCall,
  setContact,
} from './phone-call.query.js';
import { noteNews } from '../../platform/personal/personal-news.js';

/** The calls of somebody's desk: what rings, and what was answered and waits to be logged. */
@Injectable()
export class DeskCallsService {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerService,
  ) {}

  async of(staffId: string): Promise<DeskCalls> {
    const calls = await deskCalls(this.database, staffId);
    return { calls: await Promise.all(calls.map((call) => this.shown(call))) };
  }

  /** Nothing is to be logged of it: a wrong number. */
  dismiss({ staffId }: Viewer, id: string): Promise<CallDismissed> {
    return this.database.transaction(async (sql) => {
      if ((await dismissCall(sql, id, staffId)) === 0) throw notFound('call');
      await noteNews(sql, 'SELECT $1::uuid', [staffId]);
      return { id };
    });
  }

  /** Within the transaction that stores its contact. What is not theirs, or logged already, is let be. */
  async claim(sql: Sql, { staffId }: Viewer, id: string, contactId: string): Promise<void> {
    const call = await lockOwnCall(sql, id, staffId);
    if (!call) return;
    await setContact(sql, id, contactId);
    await noteNews(sql, 'SELECT $1::uuid', [staffId]);
    const course = callCourse(factsOf(call));
    if (course) await fillDurations(sql, contactId, course);
  }

  private async shown(call: PhoneCall): Promise<DeskCall> {
    const { id, direction, e164, queue, fromNumber, toNumber } = call;
    const course = callCourse(factsOf(call));
    if (!course) throw new Error('A call that was told of has a course.');
    return {
      ...{ id, direction, e164, queue, state: course.state },
      phone: direction === 'in' ? fromNumber : toNumber,
      startedAt: new Date(course.startedAt).toISOString(),
      answeredAt: call.answeredAt?.toISOString() ?? null,
      endedAt: course.endedAt === null ? null : new Date(course.endedAt).toISOString(),
      waitSeconds: course.waitSeconds,
      talkSeconds: course.talkSeconds,
      people: e164 === null ? [] : (await this.customers.caller(e164)).people,
    };
  }
}
