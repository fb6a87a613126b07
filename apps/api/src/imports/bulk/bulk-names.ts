import type { BulkComplaint, BulkContact, FieldFault } from '@forecall/contracts';
import { holdsAt } from '../../attribution/attribution.service.js';
import type { Sql } from '../../platform/database/database.js';
import { findAccounts } from '../writing/account.query.js';
import { reasonFound } from '../writing/reason.query.js';
import { findStaff } from '../writing/staff.query.js';
import { departmentFound } from '../writing/unit.query.js';

type Row = BulkContact | BulkComplaint;
type Ids = ReadonlyMap<string, readonly string[]>;

const between = '\0';

/** The staff, customers, reasons and departments that rows name. Nothing is made here: what is unknown refuses its row. */
export class BulkNames {
  private constructor(
    private readonly staff: Ids,
    private readonly accounts: Ids,
    private readonly reasons: ReadonlyMap<string, string>,
    private readonly departments: ReadonlyMap<string, string>,
    private readonly homeless: ReadonlySet<Row>,
  ) {}

  static async of(sql: Sql, rows: readonly Row[]): Promise<BulkNames> {
    const all = (pick: (row: Row) => string | null) => [...new Set(rows.flatMap((row) => pick(row) ?? []))];
    const concerned = (row: Row) => ('complaint' in row ? row.complaint.repConcerned : null);
    const reasons = new Map<string, string>();
    for (const path of new Map(
      rows.flatMap(({ reason }) => (reason ? [[reason.join(between), reason]] : [])),
    ).values()) {
      const id = await reasonAt(sql, path);
      if (id !== undefined) reasons.set(path.join(between), id);
    }
    const departments = new Map<string, string>();
    for (const name of all(({ department }) => department)) {
      const id = await departmentFound(sql, name);
      if (id !== undefined) departments.set(name, id);
    }
    const staff = await findStaff(sql, 'number', [...all(({ rep }) => rep), ...all(concerned)]);
    return new BulkNames(
      staff,
      await findAccounts(
        sql,
        'number',
        all(({ account }) => account),
      ),
      reasons,
      departments,
      await withoutTeam(sql, rows, staff),
    );
  }

  faultsOf(row: Row): FieldFault[] {
    const unknown = (path: string, code: string, message: string) => ({ path, code, message });
    const concerned = 'complaint' in row ? row.complaint.repConcerned : null;
    return [
      ...(row.rep !== null && !this.staffId(row.rep) ? [unknown('rep', 'unknown-staff', 'is no staff number')] : []),
      ...(this.homeless.has(row) ? [unknown('rep', 'rep-without-team', 'was in no team when the contact ended')] : []),
      ...(row.account !== null && !this.accountId(row.account)
        ? [unknown('account', 'unknown-account', 'is no customer number')]
        : []),
      ...(row.reason && !this.reasonId(row.reason) ? [unknown('reason', 'unknown-reason', 'is no reason in use')] : []),
      ...(row.department !== null && !this.departmentId(row.department)
        ? [unknown('department', 'unknown-department', 'is no department')]
        : []),
      ...((row.rep === null) !== (row.department !== null)
        ? [unknown('department', 'rep-or-department', 'is given without a rep, only then')]
        : []),
      ...(concerned !== null && !this.staffId(concerned)
        ? [unknown('complaint.repConcerned', 'unknown-staff', 'is no staff number')]
        : []),
    ];
  }

  staffId = (number: string | null): string | null => (number === null ? null : (this.staff.get(number)?.[0] ?? null));
  accountId = (number: string | null): string | null =>
    number === null ? null : (this.accounts.get(number)?.[0] ?? null);
  reasonId = (path: readonly string[] | null): string | null =>
    path === null ? null : (this.reasons.get(path.join(between)) ?? null);
  departmentId = (name: string | null): string | null => (name === null ? null : (this.departments.get(name) ?? null));
}

async function reasonAt(sql: Sql, path: readonly string[]): Promise<string | undefined> {
  let parentId: string | null = null;
  for (const name of path) {
    const found = await reasonFound(sql, { parentId, name });
    if (found === undefined) return undefined;
    parentId = found;
  }
  return parentId ?? undefined;
}

/** Rows whose rep belonged to no team at their end: no department could have them. */
async function withoutTeam(sql: Sql, rows: readonly Row[], staff: Ids): Promise<ReadonlySet<Row>> {
  const asked = rows.flatMap((row, n) => {
    const id = row.rep === null ? undefined : staff.get(row.rep)?.[0];
    return id === undefined ? [] : [{ n, staff_id: id, at: row.endedAt }];
  });
  const found = await sql.rows<{ n: number }>(
    /* sql */ `
    SELECT x.n FROM json_to_recordset($1) AS x (n integer, staff_id uuid, at timestamptz)
    WHERE NOT EXISTS (SELECT FROM membership m WHERE m.staff_id = x.staff_id AND ${holdsAt('m', 'x.at')})`,
    [JSON.stringify(asked)],
  );
  return new Set(found.flatMap(({ n }) => rows[n] ?? []));
}
