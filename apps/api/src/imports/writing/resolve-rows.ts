import type { ImportPreset, StaffSource } from '@forecall/contracts';
import { e164Of } from '../../platform/names/phone-number.js';
import type { NamedKey, RowDraft } from '../reading/draft.js';
import type { RowFault } from '../reading/fault.js';
import type { NewAccount } from './account.query.js';
import type { Found } from './directory.js';
import type { LeaderRole } from './leader.query.js';
import { absent, type Names } from './names.js';
import { personKey } from './person.query.js';
import type { KeyKind, NewStaff } from './staff.query.js';
import type { Unit } from './unit.query.js';

export interface TakenRow {
  readonly line: number;
  readonly draft: RowDraft;
  readonly sha256: Buffer;
  /** What tells it from all other rows of its source. */
  readonly externalId: string;
  readonly cells: readonly string[];
}

/** A row whose names are rows of the database. */
export interface ResolvedRow extends TakenRow {
  readonly unit: Unit | null;
  readonly repId: string | null;
  readonly supervisorId: string | null;
  readonly reasonId: string | null;
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly repConcernedId: string | null;
}

export interface UnresolvedRow {
  readonly row: TakenRow;
  readonly faults: readonly RowFault[];
}

interface Placed {
  readonly row: TakenRow;
  readonly unit: Unit | null;
}

/**
 * Finds or makes what the rows name; a name that several people bear, or an unknown account, refuses its row. By names
 * that only look, what would be made has the id `absent`.
 */
export async function resolveRows(
  rows: readonly TakenRow[],
  preset: ImportPreset,
  names: Names,
  country: string | null,
): Promise<{ resolved: ResolvedRow[]; refused: UnresolvedRow[] }> {
  const placed: Placed[] = [];
  for (const row of rows) {
    const { unit } = row.draft;
    placed.push({ row, unit: unit && (await names.unit(unit.department, unit.team)) });
  }
  for (const [by, wanted] of staffWanted(placed, preset)) await names.learnStaff(by, wanted);
  for (const [by, wanted] of accountsWanted(placed, preset, names)) await names.learnAccounts(by, wanted);
  await names.learnPersons(
    placed.flatMap(({ row: { draft } }) => {
      const account = draft.person && accountOf(draft, preset);
      const found = account && names.accountId(account.by, account.key);
      if (!draft.person || !account || found === null || found === 'several') return [];
      const isNew = names.isLooking && draft.account !== null;
      if (found === 'none' && !isNew) return [];
      const id = found === 'none' ? absent : found.id;
      const key = personKey(id || account.key, draft.person.name);
      return [{ key, name: draft.person.name, accountId: id, details: draft.person }];
    }),
  );

  const resolved: ResolvedRow[] = [];
  const refused: UnresolvedRow[] = [];
  for (const one of placed) {
    const found = new RowNames(one, preset, names);
    const row = await found.resolve(country);
    if (found.faults.length > 0) refused.push({ row: one.row, faults: found.faults });
    else resolved.push(row);
  }
  return { resolved, refused };
}

/** The customer of a row: whom it describes, else whom its contact names. */
function accountOf({ account, contact }: RowDraft, preset: ImportPreset): (NamedKey & { by: KeyKind }) | null {
  const source = preset.contact?.account;
  if (contact?.account && source) return { ...contact.account, by: source.by };
  if (!account) return null;
  return { key: account.number ?? account.name, name: account.name, by: account.number === null ? 'name' : 'number' };
}

/** Everybody of the staff whom the rows name, by what they are named; who belongs to a team before who leads one. */
function staffWanted(placed: readonly Placed[], preset: ImportPreset): Map<KeyKind, NewStaff[]> {
  const wanted = new Map<KeyKind, NewStaff[]>();
  const add = (
    source: StaffSource | undefined,
    named: NamedKey | null | undefined,
    more: Omit<NewStaff, 'key' | 'name'>,
  ) => {
    if (source && named) listOf(wanted, source.by).push({ ...more, key: named.key, name: named.name });
  };
  for (const { row, unit } of placed) {
    const { draft } = row;
    const teamId = unit?.teamId ?? null;
    add(preset.unit?.supervisor, draft.unit?.supervisor, { teamId: null });
    add(preset.unit?.head, draft.unit?.head, { teamId: null });
    add(preset.account?.care, draft.account?.care, { teamId });
    add(preset.complaint?.repConcerned, draft.contact?.complaint?.repConcerned, { teamId });
    add(preset.contact?.rep, draft.contact?.rep, { teamId });
    const { staff } = draft;
    if (staff) add(preset.staff?.person, staff, { ...staff, teamId: staff.part === 'member' ? teamId : null });
  }
  return wanted;
}

function accountsWanted(placed: readonly Placed[], preset: ImportPreset, names: Names): Map<KeyKind, NewAccount[]> {
  const wanted = new Map<KeyKind, NewAccount[]>();
  const add = (by: KeyKind, account: NewAccount) => listOf(wanted, by).push(account);
  const source = preset.contact?.account;
  for (const { row } of placed) {
    const { account, contact } = row.draft;
    if (account) {
      const key = account.number ?? account.name;
      const care =
        account.care && preset.account?.care ? names.staffId(preset.account.care.by, account.care.key) : null;
      const careId = care !== null && typeof care === 'object' ? care.id : null;
      add(account.number === null ? 'name' : 'number', {
        ...{ key, name: account.name, isToBeMade: true, details: { ...account, careId } },
      });
    }
    if (contact?.account && source) add(source.by, { ...contact.account, isToBeMade: source.missing === 'make' });
  }
  return wanted;
}

function listOf<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}

/** The names of one row, and what is wrong with them. */
class RowNames {
  readonly faults: RowFault[] = [];

  constructor(
    private readonly placed: Placed,
    private readonly preset: ImportPreset,
    private readonly names: Names,
  ) {}

  async resolve(country: string | null): Promise<ResolvedRow> {
    const { preset } = this;
    const { row, unit } = this.placed;
    const { draft } = row;
    const supervisorId = this.staff(preset.unit?.supervisor, draft.unit?.supervisor);
    const headId = this.staff(preset.unit?.head, draft.unit?.head);
    const memberId = this.staff(preset.staff?.person, draft.staff);
    this.staff(preset.account?.care, draft.account?.care);
    const repId = this.staff(preset.contact?.rep, draft.contact?.rep);
    const repConcernedId = this.staff(preset.complaint?.repConcerned, draft.contact?.complaint?.repConcerned);
    const accountId = this.account();
    const personId = this.person(accountId, country);
    if (this.faults.length === 0 && unit) {
      const part = draft.staff?.part;
      await this.lead('supervisor', unit, supervisorId, draft.unit?.supervisor);
      await this.lead('head', unit, headId, draft.unit?.head);
      if (part === 'supervisor' || part === 'head') await this.lead(part, unit, memberId, draft.staff);
    }
    const reasonId = this.faults.length === 0 ? await this.reason() : null;
    return { ...row, unit, repId, supervisorId, reasonId, accountId, personId, repConcernedId };
  }

  private async lead(
    role: LeaderRole,
    { departmentId, teamId }: Unit,
    staffId: string | null,
    named: NamedKey | null | undefined,
  ): Promise<void> {
    const { unit } = this.placed.row.draft;
    if (staffId === null || !named || !unit) return;
    const { department, team } = unit;
    const leader = { id: staffId, key: named.key, name: named.name };
    await this.names.lead(role, {
      leader,
      unit:
        role === 'head'
          ? { id: departmentId, name: department, key: department }
          : { id: teamId, name: team, key: JSON.stringify([department, team]) },
    });
  }

  private async reason(): Promise<string | null> {
    const { preset, names } = this;
    const { contact, reason } = this.placed.row.draft;
    const answerable = reason?.answerable ?? preset.unit?.answerable;
    const answerableId = async () =>
      answerable === undefined ? (this.placed.unit?.departmentId ?? absent) : names.department(answerable);
    if (reason) {
      const last = reason.path.at(-1);
      const chinese = reason.chinese !== null && last !== undefined ? { [last]: reason.chinese } : {};
      await names.reason(reason.path, { answerableId: await answerableId(), chinese });
    }
    if (!contact?.reason) return null;
    const chinese = preset.contact?.reason?.chinese ?? {};
    return names.reason(contact.reason, { answerableId: await answerableId(), chinese });
  }

  private account(): string | null {
    const { preset, names } = this;
    const { draft } = this.placed.row;
    const wanted = accountOf(draft, preset);
    if (!wanted) return null;
    const source = preset.contact?.account;
    const isOfContact = draft.contact?.account !== null && draft.contact !== null && source !== undefined;
    const column = isOfContact ? source.column : columnOf(preset.account?.number ?? preset.account?.name);
    const found = names.accountId(wanted.by, wanted.key);
    if (found !== 'none') return this.only(found, column, wanted.key);
    if (!isOfContact && names.isLooking) return absent;
    if (!isOfContact) return this.refuse(inUse(column, wanted.key));
    if (source.missing === 'make') return names.isLooking ? absent : this.refuse(inUse(column, wanted.key));
    return source.missing === 'leave' ? null : this.refuse(unknownAccount(column, wanted.key));
  }

  private person(accountId: string | null, country: string | null): string | null {
    const { person } = this.placed.row.draft;
    if (!person || accountId === null) return null;
    for (const phone of person.phones) if (e164Of(phone, country) === undefined) this.faults.push(noPhoneNumber(phone));
    if (accountId === absent || this.names.isLooking) return absent;
    return this.only(this.names.personId(personKey(accountId, person.name)), null, person.name);
  }

  private staff(source: StaffSource | undefined, named: NamedKey | null | undefined): string | null {
    if (!source || !named) return null;
    const found = this.names.staffId(source.by, named.key);
    if (found === 'none') return this.names.isLooking ? absent : this.refuse(inUse(source.column, named.key));
    return this.only(found, source.column, named.key);
  }

  private only(found: Found, column: string | null, key: string): string | null {
    if (typeof found === 'object') return found.id;
    return found === 'several' ? this.refuse(severalOfThatName(column, key)) : null;
  }

  private refuse(fault: RowFault): null {
    this.faults.push(fault);
    return null;
  }
}

const columnOf = (source: { column?: string } | object | undefined): string | null =>
  source && 'column' in source && typeof source.column === 'string' ? source.column : null;

const severalOfThatName = (column: string | null, value: string): RowFault => ({
  column,
  code: 'several-of-that-name',
  value,
  message: 'is the name of several; import by number instead',
});

const unknownAccount = (column: string | null, value: string): RowFault => ({
  column,
  code: 'unknown-account',
  value,
  message: 'is no account; account.missing in the preset may say "make" or "leave"',
});

const inUse = (column: string | null, value: string): RowFault => ({
  column,
  code: 'in-use',
  value,
  message: 'cannot be made: the number or the e-mail is somebody else’s',
});

const noPhoneNumber = (value: string): RowFault => ({
  column: null,
  code: 'not-a-phone-number',
  value,
  message: 'is no telephone number',
});
