import { v7 as uuid } from 'uuid';
import type { Sql } from '../../platform/database/database.js';

export interface NewNote {
  readonly complaintId: string;
  readonly kind: 'internal' | 'to-customer';
  readonly channel: string | null;
  readonly text: string;
  readonly at: Date;
  /** The step it was told with. */
  readonly stepId?: string;
  readonly corrects?: string | null;
  readonly by: string;
}

export async function insertNote(sql: Sql, note: NewNote): Promise<string> {
  const id = uuid();
  await sql.change(
    /* sql */ `
    INSERT INTO complaint_note (id, complaint_id, kind, channel, text, at, by_sign_in_id, step_id, corrects)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[id, note.complaintId, note.kind, note.channel, note.text, note.at, note.by],
      ...[note.stepId ?? null, note.corrects ?? null],
    ],
  );
  return id;
}
