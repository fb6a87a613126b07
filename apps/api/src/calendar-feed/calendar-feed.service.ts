import { Inject, Injectable } from '@nestjs/common';
import type { MadeCalendarFeed, OwnCalendarFeed } from '@forecall/contracts';
import { AuditTrail } from '../platform/access/audit-trail.js';
import { allows } from '../platform/access/permit.js';
import { newSecret, sha256 } from '../platform/access/secret.js';
import type { Viewer } from '../platform/access/viewer.js';
import { Viewers } from '../platform/access/viewers.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/http/problem.js';
import { ExamsAheadService } from '../exams/booking/exams-ahead.service.js';
import { CallsAheadService } from '../proactive/calls/calls-ahead.service.js';
import { dropFeed, feedOf, noteReading, putFeed, readerOfFeed, whenMade } from './calendar-feed.query.js';
import { calendarText } from './calendar-text.js';

/** Everybody's own plan for the calendar they carry with them: one link each, revocable, which shows nothing else. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly viewers: Viewers,
    private readonly calls: CallsAheadService,
    private readonly exams: ExamsAheadService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async own({ signInId }: Viewer): Promise<OwnCalendarFeed> {
    const feed = await feedOf(this.database, signInId);
    return {
      madeAt: feed?.madeAt.toISOString() ?? null,
      readAt: feed?.readAt?.toISOString() ?? null,
      hasNames: await this.calls.mayNameCustomers(),
    };
  }

  make(viewer: Viewer, base: string): Promise<MadeCalendarFeed> {
    const { secret, hash } = newSecret();
    return this.database.transaction(async (sql) => {
      await putFeed(sql, viewer.signInId, hash);
      await this.trail.record(sql, viewer, { act: 'calendar-feed.made', ...ofOwn(viewer) });
      return { address: new URL(`/api/calendar-feeds/${secret}.ics`, this.config.PUBLIC_URL ?? base).href };
    });
  }

  revoke(viewer: Viewer): Promise<void> {
    return this.database.transaction(async (sql) => {
      if ((await dropFeed(sql, viewer.signInId)) === 1)
        await this.trail.record(sql, viewer, { act: 'calendar-feed.revoked', ...ofOwn(viewer) });
    });
  }

  /** What a calendar reads, as RFC 5545 says it. */
  async read(secret: string, base: string): Promise<string> {
    const reader = await readerOfFeed(this.database, sha256(secret));
    const viewer = reader && (await this.viewers.byStaff(reader.staffId));
    // The link ends with the role that makes calls, as everything else does.
    if (!viewer || !allows(viewer, 'planned-call.work')) throw notFound('calendar');
    await noteReading(this.database, reader.signInId);
    const calls = await this.calls.ahead(reader.staffId);
    const made = await whenMade(
      this.database,
      calls.filter(({ isMade }) => isMade).map(({ id }) => id),
    );
    const plan = {
      calls,
      made: new Map(made.map((call) => [call.id, call])),
      exams: await this.exams.ahead(reader.staffId),
    };
    return calendarText(plan, {
      ...{ locale: reader.locale, organisation: reader.organisation, base: this.config.PUBLIC_URL ?? base },
    });
  }
}

const ofOwn = ({ signInId, name }: Viewer) => ({ entity: 'calendar_feed', id: signInId, name });
