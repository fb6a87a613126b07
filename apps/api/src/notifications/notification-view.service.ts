import { Inject, Injectable } from '@nestjs/common';
import {
  type NotificationEntry,
  type NotificationKind,
  notificationKinds,
  type NotificationList,
  type NotificationQuery,
  type NotificationSettings,
  type Personal,
  type ReadNotifications,
  type SetNotifications,
} from '@forecall/contracts';
import type { Viewer } from '../platform/access/viewer.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { pageAfter, pageOf } from '../platform/http/page-cursor.js';
import { noteNews } from '../platform/personal/personal-news.js';
import { listNotifications, readNotifications, unreadOf } from './notification.query.js';

/** What one was told, and what one wants to be told. */
@Injectable()
export class NotificationViewService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list({ staffId }: Viewer, query: NotificationQuery): Promise<NotificationList> {
    const found = await listNotifications(this.database, staffId, query.limit + 1, pageAfter(query.after));
    const { rows, next } = pageOf(found, query.limit);
    return { notifications: rows.map(({ shownAt, ...row }): NotificationEntry => ({ ...row, at: shownAt })), next };
  }

  async read({ staffId }: Viewer, { until, thing }: ReadNotifications): Promise<void> {
    await this.database.transaction(async (sql) => {
      const read = await readNotifications(sql, staffId, until, thing ?? null);
      if (read > 0) await noteNews(sql, 'SELECT $1::uuid', [staffId]);
    });
  }

  unread(staffId: string): Promise<Pick<Personal, 'unread' | 'newest'>> {
    return unreadOf(this.database, staffId);
  }

  async settings({ signInId, email }: Viewer): Promise<NotificationSettings> {
    const chosen = await this.database.rows<{ kind: string; bell: boolean; mail: boolean }>(
      'SELECT kind, bell, mail FROM notification_setting WHERE sign_in_id = $1',
      [signInId],
    );
    const quiet = await this.database.first<{ begins: string; ends: string; zone: string }>(
      `SELECT to_char(begins, 'HH24:MI') AS begins, to_char(ends, 'HH24:MI') AS ends, zone FROM quiet_hours WHERE sign_in_id = $1`,
      [signInId],
    );
    const kinds = Object.entries(notificationKinds).map(([name, defaults]) => {
      const kind = name as NotificationKind;
      const { bell, mail } = chosen.find((row) => row.kind === kind) ?? defaults;
      return { kind, bell, mail };
    });
    return { kinds, quiet: quiet ?? null, isMailOn: this.config.SMTP_URL !== undefined, address: email };
  }

  async change(viewer: Viewer, { kinds, quiet }: SetNotifications): Promise<NotificationSettings> {
    const { signInId } = viewer;
    await this.database.transaction(async (sql) => {
      for (const { kind, bell, mail } of kinds)
        await sql.change(
          `INSERT INTO notification_setting (sign_in_id, kind, bell, mail) VALUES ($1, $2, $3, $4)
           ON CONFLICT (sign_in_id, kind) DO UPDATE SET bell = excluded.bell, mail = excluded.mail`,
          [signInId, kind, bell, mail],
        );
      if (quiet === null) await sql.change('DELETE FROM quiet_hours WHERE sign_in_id = $1', [signInId]);
      if (quiet)
        await sql.change(
          `INSERT INTO quiet_hours (sign_in_id, begins, ends, zone) VALUES ($1, $2, $3, $4)
           ON CONFLICT (sign_in_id) DO UPDATE SET begins = excluded.begins, ends = excluded.ends, zone = excluded.zone`,
          [signInId, quiet.begins, quiet.ends, quiet.zone],
        );
    });
    return this.settings(viewer);
  }
}
