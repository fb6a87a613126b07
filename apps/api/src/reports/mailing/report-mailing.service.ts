import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { mostExportedRows, type ReportQuestion } from '@forecall/contracts';
import { nextMailing } from '@forecall/domain';
import { FiguresService } from '../../figures/figures.service.js';
import { MailService, type NewMail } from '../../mail/mail.service.js';
import { NotificationService } from '../../notifications/notification.service.js';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { allows } from '../../platform/access/permit.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Viewers } from '../../platform/access/viewers.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { ProblemError } from '../../platform/http/problem.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Schedules } from '../../platform/schedules/schedules.js';
import { ReportExportService } from '../report-export.service.js';
import { ReportTableService } from '../table/report-table.service.js';
import { letterText } from './letter-text.js';
import { reportMailingQueue } from './mailing-queue.js';
import { type DueMailing, dueMailings, noteLost, takeMailing } from './mailing.query.js';

const name = 'report-mailing';
const batch = 50;

interface Letters {
  readonly mails: readonly NewMail[];
  /** Those who may not open it any more. */
  readonly lost: readonly DueMailing['recipients'][number][];
  /** A refusal of the figure route: the report cannot be made as it stands. */
  readonly refusal: string | null;
}

/**
 * Mails reports when their time has come, to each with the figures within their own reach. The letters are queued in the
 * transaction that moves the mailing to its next time, so two processes mail once; what came due while nobody was there
 * is mailed once.
 */
@Injectable()
export class ReportMailingService implements OnModuleInit {
  private readonly logger = new Logger(name);

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
    private readonly viewers: Viewers,
    private readonly figures: FiguresService,
    private readonly tables: ReportTableService,
    private readonly files: ReportExportService,
    private readonly mail: MailService,
    private readonly notifications: NotificationService,
    private readonly audit: AuditTrail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(reportMailingQueue, () => this.look());
  }

  @Cron('30 * * * * *', { name })
  tick(): Promise<void> {
    return this.schedules.tick(name, 'minute', reportMailingQueue);
  }

  /** All that has come up by now. One that fails holds up no other. */
  async look(now = new Date()): Promise<void> {
    for (const due of await dueMailings(this.database, now, batch))
      await this.send(due, now).catch((error: unknown) =>
        this.logger.warn(`Report ${due.reportId} was not mailed: ${String(error)}`),
      );
  }

  private async send(due: DueMailing, now: Date): Promise<void> {
    const next = nextMailing(due, now, await this.figures.zone());
    const letters = await this.letters(due, now);
    await this.database.transaction(async (sql) => {
      if (!(await takeMailing(sql, due, next))) return;
      for (const mail of letters.mails) await this.mail.queue(sql, mail);
      await this.tellOwner(sql, due, letters);
      await this.audit.record(sql, program, {
        ...{ act: 'report.mailed', entity: 'report', id: due.reportId, name: due.name },
        after: { letters: letters.mails.length, lost: letters.lost.map((person) => person.name).join(', ') },
      });
    });
  }

  private async letters(due: DueMailing, now: Date): Promise<Letters> {
    const mails: NewMail[] = [];
    const lost: DueMailing['recipients'][number][] = [];
    let refusal: string | null = null;
    // Of whoever may keep no reports any more nothing goes out; nobody else could end it.
    const owner = await this.viewers.byStaff(due.ownerStaffId);
    if (!owner || !allows(owner, 'report.keep')) return { mails, lost, refusal };
    for (const recipient of due.recipients) {
      const viewer = await this.viewers.byStaff(recipient.staffId);
      if (!viewer || !allows(viewer, 'report.read')) lost.push(recipient);
      else
        try {
          mails.push(await this.letter(due, viewer, recipient.locale, now));
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          refusal = error.detail;
        }
    }
    return { mails, lost, refusal };
  }

  private async letter(
    { reportId, name: report, definition }: DueMailing,
    viewer: Viewer,
    locale: 'en' | 'zh',
    now: Date,
  ): Promise<NewMail> {
    const question: ReportQuestion = definition;
    const table = await this.tables.table(viewer, question, mostExportedRows, now);
    const address = `${this.config.PUBLIC_URL?.replace(/\/$/, '') ?? ''}/reports/${reportId}`;
    return {
      ...{ staffId: viewer.staffId, kind: 'report', to: viewer.email, notBefore: null },
      ...letterText({ report, question, table, address, locale }),
      attachment: {
        name: `${report.replace(/[^\p{L}\p{N} ._-]+/gu, '-').slice(0, 80)}.csv`,
        text: this.files.csv(table, question, locale),
      },
    };
  }

  /** Of everybody once, when they have lost it; of a report that cannot be made each time. */
  private async tellOwner(sql: Sql, due: DueMailing, { lost, refusal }: Letters): Promise<void> {
    const fresh = lost.filter(({ wasToldLost }) => !wasToldLost);
    await noteLost(
      sql,
      due.reportId,
      lost.map(({ staffId }) => staffId),
    );
    if (fresh.length === 0 && refusal === null) return;
    await this.notifications.tell(sql, {
      ...{ kind: 'report-not-mailed' as const, to: [due.ownerStaffId], by: null },
      source: { entity: 'report', id: due.reportId },
      parameters: { report: due.name, people: fresh.map((person) => person.name).join(', '), refusal: refusal ?? '' },
    });
  }
}

const program = { signInId: null, name: 'Forecall', address: '' };
