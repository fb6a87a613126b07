import { Injectable } from '@nestjs/common';
import type { NotificationKind } from '@forecall/contracts';
import type { Sql } from '../platform/database/database.js';
import { noteNews } from '../platform/personal/personal-news.js';
import { insertNotifications } from './tell.query.js';

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

/** The one way by which people are told something. Within the transaction of what happened. */
@Injectable()
export class NotificationService {
  async tell(sql: Sql, told: Told): Promise<void> {
    const rows = await insertNotifications(sql, told);
    if (rows.length === 0) return;
    await noteNews(sql, 'SELECT unnest($1::uuid[])', [rows.map(({ staffId }) => staffId)]);
  }
}
