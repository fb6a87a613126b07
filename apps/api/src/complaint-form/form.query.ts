import type { ComplaintForm, ComplaintFormEntry } from '@forecall/contracts';
import type { Sql } from '../platform/database/database.js';
import { namedInBoth } from '../platform/database/named-json.js';

const columns = /* sql */ `
  f.is_open AS "isOpen", f.intro_en AS "introEn", f.intro_zh AS "introZh", f.revision,
  ${namedInBoth('d')} AS "handlingDepartment"`;

export async function formSettings(
  sql: Sql,
  lock: '' | 'FOR UPDATE OF f' | 'FOR SHARE OF f' = '',
): Promise<ComplaintForm> {
  const row = await sql.first<ComplaintForm>(
    `SELECT ${columns} FROM complaint_form f LEFT JOIN department d ON d.id = f.handling_department_id ${lock}`,
  );
  if (!row) throw new Error('The migration makes the one row.');
  return row;
}

export interface FormFace {
  readonly isOpen: boolean;
  readonly intro: { readonly en: string; readonly zh: string };
  readonly organisation: { readonly name: string; readonly locale: 'en' | 'zh' };
}

/** What the page shows of us. */
export const formFace = (sql: Sql): Promise<FormFace | undefined> =>
  sql.first(
    `SELECT f.is_open AS "isOpen", json_build_object('en', f.intro_en, 'zh', f.intro_zh) AS intro,
       json_build_object('name', o.name, 'locale', o.locale) AS organisation
     FROM complaint_form f, organisation o`,
  );

export const isOpenDepartment = async (sql: Sql, id: string): Promise<boolean> =>
  (await sql.first('SELECT FROM department WHERE id = $1 AND "from" <= now() AND ("to" IS NULL OR "to" > now())', [
    id,
  ])) !== undefined;

export const writeSettings = (
  sql: Sql,
  told: { isOpen: boolean; handlingDepartmentId: string | null; introEn: string; introZh: string },
): Promise<number> =>
  sql.change(
    `UPDATE complaint_form SET is_open = $1, handling_department_id = $2, intro_en = $3, intro_zh = $4, revision = revision + 1`,
    [told.isOpen, told.handlingDepartmentId, told.introEn, told.introZh],
  );

/** Whoever sends the same token at the same time waits for the first one's end. */
export async function complaintOfToken(sql: Sql, tokenSha256: Buffer): Promise<string | undefined> {
  await sql.change('SELECT pg_advisory_xact_lock($1::bigint)', [tokenSha256.readBigInt64BE().toString()]);
  const row = await sql.first<{ contactId: string }>(
    `SELECT k.contact_id AS "contactId" FROM complainant p JOIN complaint k ON k.id = p.complaint_id WHERE p.token_sha256 = $1`,
    [tokenSha256],
  );
  return row?.contactId;
}

export async function insertComplainant(
  sql: Sql,
  complaintId: string,
  tokenSha256: Buffer,
  locale: 'en' | 'zh',
  told: ComplaintFormEntry,
): Promise<void> {
  await sql.change(
    /* sql */ `
    INSERT INTO complainant (complaint_id, token_sha256, name, company, customer_number, email, phone, happened_on, locale)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8::date, $9)`,
    [
      complaintId,
      tokenSha256,
      told.name,
      told.company,
      told.customerNumber,
      told.email,
      told.phone,
      told.happenedOn === '' ? null : told.happenedOn,
      locale,
    ],
  );
}
