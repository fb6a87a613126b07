import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { quietUntil } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { MailService } from '../../mail/mail.service.js';
import { newSecret } from '../../platform/access/secret.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Schedules } from '../../platform/schedules/schedules.js';
import { SurveyRulesService } from '../rules/survey-rules.service.js';
import { dueAccounts, planAccount } from './account-asks.query.js';
import { surveyLetter } from './survey-letter.js';
import {
  addLink,
  closedComplaints,
  type DueLetter,
  dueLetters,
  dueReminders,
  endedContacts,
  holdUnlessHeld,
  noteReminded,
  noteSent,
  plan,
  putOff,
  type Rules,
  rulesOfLook,
  settle,
  type ToAsk,
} from './survey-look.query.js';
import { surveyQueue } from './survey-queue.js';

const name = 'surveys';
/** So many in one transaction. */
const batch = 200;
const dayMs = 86_400_000;
/** What ended lately is looked at each minute; of the whole day, for what was entered late, once an hour. */
const latelyMs = 15 * 60_000;

/**
 * Each minute: who is to be asked, who reminded, who did not answer in time. Only one looks at a time, and what was asked
 * stands in the transaction of its letter, so that nobody is asked twice however many processes there are.
 */
@Injectable()
export class SurveyLookService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly rules: SurveyRulesService,
    private readonly mail: MailService,
    private readonly jobs: Jobs,
    private readonly schedules: Schedules,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(surveyQueue, ({ dueAt }) => this.look(new Date(dueAt)));
  }

  @Cron('30 * * * * *', { name })
  tick(): Promise<void> {
    return this.schedules.tick(name, 'minute', surveyQueue);
  }

  async look(dueAt: Date): Promise<void> {
    const isHourly = dueAt.getUTCMinutes() === 0;
    const since = new Date(Date.now() - (isHourly ? dayMs : latelyMs));
    const isSending = this.rules.sends === 'yes';
    await this.whole((sql, rules) => (isSending ? this.plan(sql, rules, since) : 0));
    // After contacts: whoever was spoken to today is asked about that.
    await this.whole((sql, rules) => (isSending && isHourly ? this.planAccounts(sql, rules) : 0));
    await this.whole((sql, rules) => (isSending ? this.send(sql, rules) : 0));
    await this.whole((sql, rules) => (isSending ? this.remind(sql, rules) : 0));
    await this.database.transaction(settle);
  }

  /** In as many transactions as it takes. */
  private async whole(work: (sql: Sql, rules: Rules) => Promise<number> | number): Promise<void> {
    const once = () =>
      this.database.transaction(async (sql) => {
        const rules = await rulesOfLook(sql);
        return rules.onSince === null && rules.accountsOnSince === null ? 0 : work(sql, rules);
      });
    while ((await once()) === batch);
  }

  private async plan(sql: Sql, rules: Rules, since: Date): Promise<number> {
    // The complaint first: who complained is asked about that, not about another call of that day.
    if (rules.onSince === null) return 0;
    const complaints = await this.planEach(sql, rules, rules.complaintVersionId, () =>
      closedComplaints(sql, rules, { since: new Date(Date.now() - dayMs), limit: batch }),
    );
    const contacts = await this.planEach(sql, rules, rules.contactVersionId, () =>
      endedContacts(sql, rules, { since, limit: batch }),
    );
    return Math.max(complaints, contacts);
  }

  private async planEach(
    sql: Sql,
    rules: Rules,
    versionId: string | null,
    find: () => Promise<ToAsk[]>,
  ): Promise<number> {
    if (versionId === null) return 0;
    let planned = 0;
    for (const ask of await find()) {
      const sendAt = new Date(this.quietUntil(rules, ask.zone) ?? Date.now());
      // Who is held is being asked by a link or by an agent just now; the next look sees what came of it.
      if (await holdUnlessHeld(sql, ask.contactId)) planned += await plan(sql, uuid(), ask, { versionId, sendAt });
    }
    return planned;
  }

  private async planAccounts(sql: Sql, rules: Rules): Promise<number> {
    const { accountVersionId: versionId, accountsOnSince } = rules;
    if (versionId === null || accountsOnSince === null) return 0;
    let planned = 0;
    for (const ask of await dueAccounts(sql, { minDays: rules.minDays, onSince: accountsOnSince, limit: batch })) {
      const sendAt = new Date(this.quietUntil(rules, ask.zone) ?? Date.now());
      planned += await planAccount(sql, uuid(), ask, { versionId, sendAt });
    }
    return planned;
  }

  private async send(sql: Sql, rules: Rules): Promise<number> {
    const due = await dueLetters(sql, batch);
    const expiresAt = new Date(Date.now() + rules.expiryDays * dayMs);
    for (const letter of due) {
      // The hours may have been set otherwise since, or this is looked at late.
      const quiet = this.quietUntil(rules, letter.zone);
      if (quiet === null) await noteSent(sql, letter.id, await this.write(sql, letter, expiresAt), expiresAt);
      else await putOff(sql, letter.id, new Date(quiet));
    }
    return due.length;
  }

  private async remind(sql: Sql, rules: Rules): Promise<number> {
    if (rules.reminderDays === null) return 0;
    const due = (await dueReminders(sql, rules.reminderDays, batch)).filter(
      ({ zone }) => this.quietUntil(rules, zone) === null,
    );
    for (const letter of due) {
      await noteReminded(sql, letter.id, await this.write(sql, letter, letter.expiresAt ?? new Date(), true));
    }
    // Of those in their night no more is looked for now: the next minute does.
    return due.length;
  }

  /** Its secret stands in the letter alone, whose text goes as soon as it was sent. */
  private async write(sql: Sql, letter: DueLetter, expiresAt: Date, isReminder = false): Promise<string | null> {
    const { secret, hash } = newSecret();
    await addLink(sql, letter.id, hash);
    const link = new URL(`/s/${secret}`, this.config.PUBLIC_URL).href;
    return this.mail.queue(sql, {
      ...{ staffId: null, kind: isReminder ? 'survey-reminder' : 'survey', to: letter.email, notBefore: null },
      ...surveyLetter({ ...letter, link, expiresAt, isReminder }),
      ...{ isSecret: true, unsubscribeUrl: `${link}/unsubscribe` },
    });
  }

  private quietUntil({ quietFrom, quietTo }: Rules, zone: string): number | null {
    return quietFrom === quietTo ? null : quietUntil({ begins: quietFrom, ends: quietTo, zone }, Date.now());
  }
}
