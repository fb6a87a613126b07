import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database, type Sql } from '../platform/database/database.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { mailQueue } from './mail-queue.js';
import { beginTry, insertMail, noteTry } from './mail.query.js';
import { deliver } from './smtp.js';

export interface NewMail {
  /** Whose letter it is; null: a customer's, who is nobody of ours. */
  readonly staffId: string | null;
  /** What it tells: what is left of it when its text is cleared away. */
  readonly kind: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** null: at once. */
  readonly notBefore: Date | null;
  /** A small CSV file that goes with it. */
  readonly attachment?: { readonly name: string; readonly text: string };
  /** Somebody has written it: the address that is answered, null where they have none. Left out: the program. */
  readonly writtenBy?: { readonly email: string | null };
  /** There is a secret in it: its text goes as soon as it was sent or given up. */
  readonly isSecret?: boolean;
  /** Goes into its headers (RFC 2369), and where it is HTTPS as an address for one press (RFC 8058). */
  readonly unsubscribeUrl?: string;
}

/**
 * Mail that goes out when its event is committed, and not without. The Message-ID is stored with the letter before the
 * first try and is the same at each: where the server's last answer was lost the letter is sent again, and whoever gets
 * it twice can tell. It is not sent again where the server has answered.
 */
@Injectable()
export class MailService implements OnModuleInit {
  private readonly logger = new Logger('mail');

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(mailQueue, ({ mailId }, { triesLeft }) => this.send(mailId, triesLeft));
  }

  /** Whether this installation sends mail. */
  get isThere(): boolean {
    return this.config.SMTP_URL !== undefined && this.config.MAIL_FROM !== undefined;
  }

  /** Within the transaction of the event. Its id; null, and no letter, where this installation sends no mail. */
  async queue(
    sql: Sql,
    { attachment, writtenBy, isSecret = false, unsubscribeUrl, ...mail }: NewMail,
  ): Promise<string | null> {
    const { SMTP_URL, MAIL_FROM } = this.config;
    if (SMTP_URL === undefined || MAIL_FROM === undefined) return null;
    const id = uuid();
    await insertMail(sql, {
      ...{ ...mail, id, messageId: `<${id}@${MAIL_FROM.split('@')[1] ?? 'forecall'}>` },
      ...{ attachmentName: attachment?.name ?? null, attachment: attachment?.text ?? null },
      ...{ isWritten: writtenBy !== undefined, replyTo: writtenBy?.email ?? null, isSecret },
      unsubscribeUrl: unsubscribeUrl ?? null,
    });
    // A hundred surveys do not keep an alarm waiting.
    const isUrgent = mail.staffId !== null;
    await this.jobs.send(sql, mailQueue, { mailId: id }, { notBefore: mail.notBefore ?? undefined, isUrgent });
    return id;
  }

  private async send(mailId: string, triesLeft: number): Promise<void> {
    const { SMTP_URL, MAIL_FROM } = this.config;
    if (SMTP_URL === undefined || MAIL_FROM === undefined) throw new Error('This process has no mail server.');
    const letter = await beginTry(this.database, mailId);
    if (!letter) return;
    const outcome = await deliver(SMTP_URL, MAIL_FROM, letter);
    if (outcome.state === 'sent') {
      await noteTry(this.database, mailId, 'sent', null);
      return;
    }
    const isOver = outcome.state === 'refused' || triesLeft <= 0;
    if (isOver) {
      // Of a letter whose last answer was lost nobody can say that it failed.
      const state = outcome.state === 'uncertain' ? 'uncertain' : 'failed';
      await noteTry(this.database, mailId, state, outcome.error);
      this.logger.warn(`Mail ${mailId} is given up: ${outcome.error}`);
      return;
    }
    await noteTry(this.database, mailId, outcome.state === 'uncertain' ? 'uncertain' : 'queued', outcome.error);
    throw new Error(outcome.error);
  }
}
