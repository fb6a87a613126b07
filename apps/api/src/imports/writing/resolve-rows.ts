import type { Preset } from '../preset/preset.js';
import type { ContactDraft } from '../reading/draft.js';
import type { RowFault } from '../reading/fault.js';
import type { Found } from './directory.js';
import type { Names } from './names.js';

export interface TakenRow {
  readonly line: number;
  readonly draft: ContactDraft;
  readonly sha256: Buffer;
}

/** A row whose names are rows of the database. */
export interface ResolvedRow extends TakenRow {
  readonly departmentId: string;
  readonly repId: string | null;
  readonly reasonId: string | null;
  readonly accountId: string | null;
  readonly repConcernedId: string | null;
}

export interface RefusedRow {
  readonly line: number;
  readonly faults: readonly RowFault[];
}

/** Finds or makes what the rows name; a name that several people bear, or an unknown account, refuses its row. */
export async function resolveRows(
  rows: readonly TakenRow[],
  preset: Preset,
  names: Names,
): Promise<{ resolved: ResolvedRow[]; refused: RefusedRow[] }> {
  const { rep, account } = preset.contact;
  const concerned = preset.complaint?.repConcerned;
  const placed: { row: TakenRow; unit: { departmentId: string; teamId: string } }[] = [];
  for (const row of rows) placed.push({ row, unit: await names.unit(row.draft.department, row.draft.team) });
  if (rep)
    await names.learnStaff(
      rep.by,
      staffOf(placed, ({ rep }) => rep),
    );
  if (concerned)
    await names.learnStaff(
      concerned.by,
      staffOf(placed, ({ complaint }) => complaint?.repConcerned ?? null),
    );
  if (account) await names.learnAccounts(placed.flatMap(({ row }) => row.draft.account ?? []));

  const resolved: ResolvedRow[] = [];
  const refused: RefusedRow[] = [];
  for (const { row, unit } of placed) {
    const { draft, line } = row;
    const faults: RowFault[] = [];
    const only = (found: Found, column: string | undefined, key: string): string | null => {
      if (typeof found === 'object') return found.id;
      if (found === 'several') faults.push(severalOfThatName(column, key));
      return null;
    };
    const repId = draft.rep && rep ? only(names.staffId(rep.by, draft.rep.key), rep.column, draft.rep.key) : null;
    const about = draft.complaint?.repConcerned;
    const repConcernedId =
      about && concerned ? only(names.staffId(concerned.by, about.key), concerned.column, about.key) : null;
    const accountId = draft.account
      ? only(names.accountId(draft.account.key), account?.column, draft.account.key)
      : null;
    if (draft.account && accountId === null && faults.length === 0 && account?.missing !== 'leave')
      faults.push(unknownAccount(account?.column, draft.account.key));
    if (faults.length > 0) {
      refused.push({ line, faults });
      continue;
    }
    const reasonId = draft.reason ? await names.reason(draft.reason, unit) : null;
    resolved.push({ ...row, departmentId: unit.departmentId, repId, reasonId, accountId, repConcernedId });
  }
  return { resolved, refused };
}

function staffOf(
  placed: readonly { row: TakenRow; unit: { teamId: string } }[],
  pick: (draft: ContactDraft) => ContactDraft['rep'],
) {
  return placed.flatMap(({ row, unit }) => {
    const named = pick(row.draft);
    return named ? { ...named, teamId: unit.teamId } : [];
  });
}

const severalOfThatName = (column: string | undefined, value: string): RowFault => ({
  column: column ?? null,
  code: 'several-of-that-name',
  value,
  message: 'is the name of several; import by number instead',
});

const unknownAccount = (column: string | undefined, value: string): RowFault => ({
  column: column ?? null,
  code: 'unknown-account',
  value,
  message: 'is no account; account.missing in the preset may say "make" or "leave"',
});
