import type { Sql } from '../platform/database/database.js';

export interface Letter {
  readonly id: string;
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly attachmentName: string | null;
  readonly attachment: string | null;
  /** By somebody, not by the program alone. */
  readonly isWritten: boolean;
  readonly replyTo: string | null;
  /** Where one press in a mail program ends such letters. */
  readonly unsubscribeUrl: string | null;
}

export type MailState = 'queued' | 'sent' | 'failed' | 'uncertain';

export const insertMail = (
  sql: Sql,
  mail: Letter & {
    readonly staffId: string | null;
    readonly kind: string;
    readonly notBefore: Date | null;
    readonly isSecret: boolean;
  },
) =>
  sql.change(
    `INSERT INTO mail (id, message_id, staff_id, kind, to_address, subject, body, not_before,
       attachment_name, attachment, is_written, reply_to, is_secret, unsubscribe_url)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[mail.id, mail.messageId, mail.staffId, mail.kind, mail.to, mail.subject, mail.body, mail.notBefore],
      ...[mail.attachmentName, mail.attachment, mail.isWritten, mail.replyTo, mail.isSecret, mail.unsubscribeUrl],
    ],
  );

/** The letter that a try begins with; undefined where it has been sent or given up. */
export const beginTry = (sql: Sql, id: string): Promise<Letter | undefined> =>
  sql.first<Letter & Record<string, unknown>>(
    `UPDATE mail SET attempts = attempts + 1 WHERE id = $1 AND state IN ('queued', 'uncertain')
     RETURNING id, message_id AS "messageId", to_address AS "to", subject, body,
       attachment_name AS "attachmentName", attachment, is_written AS "isWritten", reply_to AS "replyTo",
       unsubscribe_url AS "unsubscribeUrl"`,
    [id],
  );

export const noteTry = (sql: Sql, id: string, state: MailState, error: string | null): Promise<number> =>
  sql.change(
    /* sql */ `
    UPDATE mail SET state = $2, last_error = $3, ended_at = CASE WHEN $2 IN ('sent', 'failed') THEN now() END,
      body = CASE WHEN is_secret AND $2 IN ('sent', 'failed') THEN '' ELSE body END,
      unsubscribe_url = CASE WHEN NOT is_secret OR $2 NOT IN ('sent', 'failed') THEN unsubscribe_url END,
      text_cleared_at = CASE WHEN is_secret AND $2 IN ('sent', 'failed') THEN now() ELSE text_cleared_at END
    WHERE id = $1`,
    [id, state, error],
  );
