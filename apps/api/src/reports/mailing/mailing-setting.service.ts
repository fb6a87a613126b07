import { Injectable } from '@nestjs/common';
import type { SetMailing } from '@forecall/contracts';
import { nextMailing } from '@forecall/domain';
import { FiguresService } from '../../figures/figures.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { allows } from '../../platform/access/permit.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Viewers } from '../../platform/access/viewers.js';
import type { Sql } from '../../platform/database/database.js';
import { badRequest } from '../../platform/http/problem.js';
import { endMailing, mailingTime, moveMailing, writeMailing, writeRecipients } from './mailing.query.js';

/** When a report is mailed and to whom, as its owner says it. */
@Injectable()
export class MailingSetting {
  constructor(
    private readonly figures: FiguresService,
    private readonly viewers: Viewers,
    private readonly audit: AuditTrail,
  ) {}

  /** Null: no longer. */
  async set(
    sql: Sql,
    viewer: Viewer,
    { id, name }: { readonly id: string; readonly name: string },
    mailing: SetMailing | null,
  ): Promise<void> {
    if (mailing === null) {
      if ((await endMailing(sql, id)) > 0)
        await this.audit.record(sql, viewer, { act: 'report.mailing-ended', entity: 'report', id, name });
      return;
    }
    const { recipients, weekday, dayOfMonth, time } = mailing;
    const people = await this.demandReaders(recipients);
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    const when = { weekday, dayOfMonth, minute: hour * 60 + minute };
    await writeMailing(sql, id, when, nextMailing(when, new Date(), await this.figures.zone()));
    await writeRecipients(sql, id, recipients);
    await this.audit.record(sql, viewer, {
      ...{ act: 'report.mailing-set', entity: 'report', id, name },
      after: { weekday, dayOfMonth, time, recipients: people.join(', ') },
    });
  }

  /** What was due while it was deleted is not made good. */
  async skipMissed(sql: Sql, reportId: string): Promise<void> {
    const when = await mailingTime(sql, reportId);
    if (when) await moveMailing(sql, reportId, nextMailing(when, new Date(), await this.figures.zone()));
  }

  /** Mail goes to those who may open the report themselves; gives their names. */
  private async demandReaders(recipients: SetMailing['recipients']): Promise<string[]> {
    const found = await Promise.all(recipients.map(({ staffId }) => this.viewers.byStaff(staffId)));
    const wrong = found.findIndex((person) => !person || !allows(person, 'report.read'));
    if (wrong >= 0)
      throw badRequest('no-report-reader', `mailing.recipients.${wrong}: may not open reports.`, {
        fields: [{ path: `mailing.recipients.${wrong}`, code: 'no-report-reader', message: 'may not open reports' }],
      });
    return found.map((person) => person?.name ?? '');
  }
}
