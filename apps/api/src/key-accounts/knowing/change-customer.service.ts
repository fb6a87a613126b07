import { Injectable } from '@nestjs/common';
import type { ChangeAccount, ChangePerson, CustomerChanged } from '@forecall/contracts';
import { phoneCountry } from '../../customers/phone-country.service.js';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { type Actor, AuditTrail } from '../../platform/access/audit-trail.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { refuseUnknownZone } from '../../platform/database/known-zone.js';
import { badField, notFound } from '../../platform/http/problem.js';
import { e164Of } from '../../platform/names/phone-number.js';
import { pinyinOf } from '../../platform/names/pinyin.js';
import { lockToDirect } from '../account-lock.query.js';
import { mergedAway } from '../account-refusal.js';

/** Facts of an account by their columns; those of a person below. */
const accountColumns = {
  name: 'name',
  nameZh: 'name_zh',
  industry: 'industry',
  zone: 'zone',
  tier: 'tier',
  country: 'country',
  region: 'region',
  callingWeek: 'calling_week',
} as const;

const personColumns = {
  name: 'name',
  nameZh: 'name_zh',
  position: 'position',
  email: 'email',
  language: 'language',
  influence: 'influence',
  zone: 'zone',
  callingWeek: 'calling_week',
  callOrder: 'call_order',
} as const;

interface Row extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly name: string;
  readonly name_zh: string | null;
  readonly revision: number;
}

type Columns = Record<string, unknown> & { name?: string; name_zh?: string | null };

/** Corrects what is known of accounts and people; each act stands in the audit trail with before and after. */
@Injectable()
export class ChangeCustomerService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  changeAccount(viewer: Viewer, id: string, { revision, ...told }: ChangeAccount): Promise<CustomerChanged> {
    return this.database.transaction(async (sql) => {
      await lockToDirect(sql, viewer, id);
      if (told.zone) await refuseUnknownZone(sql, told.zone);
      const before = await sql.first<Row>('SELECT * FROM account WHERE id = $1', [id]);
      if (before?.revision !== revision) throw changedMeanwhile();
      return this.write(sql, viewer, 'account', before, columnsOf(told, accountColumns));
    });
  }

  changePerson(viewer: Viewer, id: string, { revision, ...told }: ChangePerson): Promise<CustomerChanged> {
    return this.database.transaction(async (sql) => {
      const before = await sql.first<Row & { merged_into: string | null }>(
        'SELECT * FROM person WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (!before) throw notFound('person');
      if (before.merged_into !== null) throw mergedAway();
      if (before.revision !== revision) throw changedMeanwhile();
      if (told.zone) await refuseUnknownZone(sql, told.zone);
      const { doNotCall, hasLeft, phones, ...facts } = told;
      const columns = columnsOf(facts, personColumns);
      if (doNotCall !== undefined)
        Object.assign(columns, {
          do_not_call_since: doNotCall && (before['do_not_call_since'] ?? new Date()),
          do_not_call_why: doNotCall?.why ?? '',
        });
      if (hasLeft !== undefined) columns['left_on'] = hasLeft ? (before['left_on'] ?? new Date()) : null;
      if (phones) await writePhones(sql, id, phones);
      return this.write(sql, viewer, 'person', before, columns, phones && { phones });
    });
  }

  private async write(
    sql: Sql,
    by: Actor,
    table: 'account' | 'person',
    before: Row,
    columns: Columns,
    besides?: object,
  ): Promise<CustomerChanged> {
    const { id, revision } = before;
    const after = { ...before, ...columns };
    const { name } = after;
    if ('name' in columns || 'name_zh' in columns) {
      const { pinyin, pinyinInitials } = pinyinOf(`${name} ${after.name_zh ?? ''}`, { person: table === 'person' });
      Object.assign(columns, { pinyin, pinyin_initials: pinyinInitials });
    }
    const written = Object.entries(columns);
    const sets = ['revision = revision + 1', ...written.map(([column], n) => `${column} = $${n + 2}`)];
    await sql.change(`UPDATE ${table} SET ${sets.join(', ')} WHERE id = $1`, [
      id,
      ...written.map(([, value]) => value),
    ]);
    const told = written.filter(([column]) => !column.startsWith('pinyin'));
    await this.trail.record(sql, by, {
      ...{ act: `${table}.changed`, entity: table, id, name },
      before: Object.fromEntries(told.map(([column]) => [fieldOf(column), before[column]])),
      after: { ...Object.fromEntries(told.map(([column, value]) => [fieldOf(column), value])), ...besides },
    });
    return { id, revision: revision + 1 };
  }
}

/** name_zh: nameZh */
const fieldOf = (column: string): string => column.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** Weeks go as JSON, as PostgreSQL takes it: the driver would write an array in its own form. */
function columnsOf(told: object, columns: Readonly<Record<string, string>>): Columns {
  const written: Columns = {};
  for (const [field, value] of Object.entries(told) as [string, unknown][]) {
    const column = columns[field];
    if (column && value !== undefined) written[column] = Array.isArray(value) ? JSON.stringify(value) : value;
  }
  return written;
}

/** All the numbers somebody has, as people write them. */
async function writePhones(sql: Sql, personId: string, written: readonly string[]): Promise<void> {
  const country = await phoneCountry(sql);
  const numbers = written.map((text) => e164Of(text, country));
  const unread = numbers.indexOf(undefined);
  if (unread >= 0)
    throw badField({ path: `phones.${unread}`, code: 'no-phone-number', message: 'is no telephone number' });
  await sql.change('DELETE FROM person_phone WHERE person_id = $1 AND e164 <> ALL ($2)', [personId, numbers]);
  await sql.change('INSERT INTO person_phone (person_id, e164) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING', [
    personId,
    numbers,
  ]);
}
