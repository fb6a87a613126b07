/**
 * What is kept how long. Each statement ends at most $1 rows, over an index, so that none holds its locks for long
 * however much there is.
 */
export const retentions = {
  'notifications read': /* sql */ `
    DELETE FROM notification WHERE id = ANY (ARRAY (
      SELECT id FROM notification WHERE read_at < now() - interval '90 days' ORDER BY read_at LIMIT $1))`,
  notifications: /* sql */ `
    DELETE FROM notification WHERE id = ANY (ARRAY (
      SELECT id FROM notification WHERE at < now() - interval '12 months' ORDER BY at LIMIT $1))`,
  // Who was sent what kind of letter when, and what came of it, is told for two years.
  'texts of mail': /* sql */ `
    UPDATE mail SET subject = '', body = '', attachment_name = NULL, attachment = NULL,
      text_cleared_at = now() WHERE id = ANY (ARRAY (
      SELECT id FROM mail
      WHERE text_cleared_at IS NULL AND state <> 'queued' AND coalesce(ended_at, created_at) < now() - interval '30 days'
      ORDER BY coalesce(ended_at, created_at) LIMIT $1))`,
  mail: /* sql */ `
    DELETE FROM mail WHERE id = ANY (ARRAY (
      SELECT id FROM mail WHERE created_at < now() - interval '24 months' ORDER BY created_at LIMIT $1))`,
  // What became a contact stays as that; a telephone system repeats an event within minutes.
  'telephone calls': /* sql */ `
    DELETE FROM phone_call WHERE id = ANY (ARRAY (
      SELECT id FROM phone_call WHERE created_at < now() - interval '90 days' ORDER BY created_at LIMIT $1))`,
  // What nobody has had checked or confirmed for a month; from then on it can no longer be.
  'imports left lying': /* sql */ `
    UPDATE import_batch SET state = 'cancelled' WHERE id = ANY (ARRAY (
      SELECT id FROM import_batch
      WHERE state IN ('received', 'checked', 'failed') AND created_at < now() - interval '30 days' LIMIT $1))`,
  'files of imports': /* sql */ `
    DELETE FROM import_file WHERE (batch_id, upload, n) IN (
      SELECT f.batch_id, f.upload, f.n FROM import_file f JOIN import_batch b ON b.id = f.batch_id
      WHERE b.state = 'cancelled' OR b.state = 'receiving' AND b.created_at < now() - interval '1 day' LIMIT $1)`,
  'staged rows': /* sql */ `
    DELETE FROM import_stage WHERE (batch_id, line) IN (
      SELECT s.batch_id, s.line FROM import_stage s JOIN import_batch b ON b.id = s.batch_id
      WHERE b.state = 'cancelled' LIMIT $1)`,
  'imports that never came': /* sql */ `
    DELETE FROM import_batch WHERE id = ANY (ARRAY (
      SELECT b.id FROM import_batch b
      WHERE b.state = 'receiving' AND b.created_at < now() - interval '1 day'
        AND NOT EXISTS (SELECT FROM import_file f WHERE f.batch_id = b.id) LIMIT $1))`,
} as const;
