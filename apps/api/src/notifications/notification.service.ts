import { Injectable } from '@nestjs/common';
import { type NotificationKind, notificationKinds } from '@forecall/contracts';
import { quietUntil } from '@forecall/domain';
import { MailService } from '../mail/mail.service.js';
import type { Sql } from '../platform/database/database.js';
import { noteNews } from '../platform/personal/personal-news.js';
import { mailTextOf } from './mail-text.js';
import { readOfDuty } from './notification.query.js';
import { insertNotifications, recipientsOf, type Thing, thingOfDuty } from './tell.query.js';

export interface Told {
  readonly kind: NotificationKind;
  readonly to: readonly string[];
  /** The sign-in that did it: nobody is told of what they did themselves. null: the program. */
  readonly by: string | null;
  /** Of a duty: what is told is about its source, with its parameters. */
  readonly dutyId?: string;
  readonly source?: { readonly entity: string; readonly id: string };
  readonly parameters?: Readonly<Record<string, string>>;
}

/** The one way by which people are told something: at the bell, and by mail. Within the transaction of what happened. */
@Injectable()
export class NotificationService {
  constructor(private readonly mail: MailService) {}

  async tell(sql: Sql, { kind, to, by, dutyId, source, parameters = {} }: Told): Promise<void> {
    if (to.length === 0) return;
    const recipients = await recipientsOf(sql, { kind, to, by }, notificationKinds[kind]);
    if (recipients.length === 0) return;
    const ofDuty = dutyId === undefined ? undefined : await thingOfDuty(sql, dutyId);
    const thing: Thing = ofDuty ?? {
      thing: source ? `${source.entity}:${source.id}` : kind,
      ...{ source: source ?? null, parameters },
    };
    const now = Date.now();
    const quietEnd = recipients.map(({ quiet }) => quiet && quietUntil(quiet, now));
    const bells = recipients.flatMap(({ staffId, bell }, index) =>
      bell ? [{ staffId, isQuiet: quietEnd[index] !== null }] : [],
    );
    if (bells.length > 0) {
      await insertNotifications(sql, bells, { ...thing, kind, dutyId: dutyId ?? null });
      await noteNews(sql, 'SELECT unnest($1::uuid[])', [bells.map(({ staffId }) => staffId)]);
    }
    for (const [index, { staffId, email, mail, locale }] of recipients.entries()) {
      const end = quietEnd[index] ?? null;
      if (mail && email !== null)
        await this.mail.queue(sql, {
          ...{ staffId, kind, to: email, ...mailTextOf(kind, locale, thing.parameters, await this.zoneOf(sql)) },
          notBefore: end === null ? null : new Date(end),
        });
    }
  }

  /** Nothing is left to do of it: what was told of it waits for nobody any more. */
  async dutyEnded(sql: Sql, dutyId: string): Promise<void> {
    await readOfDuty(sql, dutyId);
  }

  private async zoneOf(sql: Sql): Promise<string> {
    return (await sql.first<{ zone: string }>('SELECT zone FROM organisation'))?.zone ?? 'UTC';
  }
}
