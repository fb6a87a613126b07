import type { MadeKind } from '@forecall/contracts';
import type { Database } from '../../platform/database/database.js';
import { findAccounts, makeAccounts, type NewAccount } from './account.query.js';
import { Directory, type Found } from './directory.js';
import { lead, leaderOf, type LeaderRole } from './leader.query.js';
import { type Leading, NamedLeaders } from './named-leaders.js';
import { findPersons, makePersons, type NewPerson } from './person.query.js';
import { type NewReason, reasonFound, reasonNamed } from './reason.query.js';
import { findStaff, type KeyKind, makeStaff, type NewStaff } from './staff.query.js';
import { departmentFound, departmentNamed, teamFound, teamNamed, type Unit } from './unit.query.js';

/** Separates the words of a path; no cell holds it, because it is refused. */
const between = '\0';
export const absent = '';

/**
 * The organisation as the file names it. Without a batch nothing is made: what is missing has the id `absent` and is
 * noted. With one it is made, each in a transaction of its own, so that a row that fails later does not take the name
 * away from the rows that follow.
 */
export class Names {
  /** Names of what is made, by what tells it apart: several may be called alike. */
  readonly made = new Map<MadeKind, Map<string, string>>();
  private readonly units = new Map<string, Unit>();
  private readonly departments = new Map<string, string>();
  private readonly reasons = new Map<string, string>();
  private readonly leaders = new Set<string>();
  private readonly named = new NamedLeaders();
  private readonly staff = new Map<KeyKind, Directory<NewStaff>>();
  private readonly accounts = new Map<KeyKind, Directory<NewAccount>>();
  private readonly persons: Directory<NewPerson>;

  constructor(
    private readonly database: Database,
    private readonly batchId: string | null,
    country: string | null,
  ) {
    this.persons = new Directory<NewPerson>({
      find: (keys) => findPersons(database, keys),
      make: (wanted) => this.make('persons', wanted, (batch) => makePersons(database, wanted, { country, batch })),
    });
  }

  get isLooking(): boolean {
    return this.batchId === null;
  }

  async unit(department: string, team: string): Promise<Unit> {
    const key = `${department}${between}${team}`;
    const known = this.units.get(key);
    if (known) return known;
    const departmentId = await this.department(department);
    const teamId =
      this.batchId === null
        ? await this.looked('teams', [key, team], departmentId && (await teamFound(this.database, departmentId, team)))
        : await teamNamed(this.database, departmentId, team, this.batchId);
    const unit = { departmentId, teamId };
    this.units.set(key, unit);
    return unit;
  }

  async department(name: string): Promise<string> {
    const known = this.departments.get(name);
    if (known !== undefined) return known;
    const id =
      this.batchId === null
        ? await this.looked('departments', [name, name], await departmentFound(this.database, name))
        : await departmentNamed(this.database, name, this.batchId);
    this.departments.set(name, id);
    return id;
  }

  /** The narrowest reason of a path. `chinese`: names in Chinese of new ones, by the word. */
  async reason(
    path: readonly string[],
    { answerableId, chinese }: { answerableId: string; chinese: Readonly<Record<string, string>> },
  ): Promise<string> {
    let parentId: string | null = null;
    let key = '';
    for (const name of path) {
      key += `${name}${between}`;
      parentId =
        this.reasons.get(key) ??
        (await this.oneReason(key, {
          parentId,
          name,
          chinese: Object.hasOwn(chinese, name) ? chinese[name] : undefined,
          answerableId,
        }));
    }
    if (parentId === null) throw new Error('A path of reasons has at least one.');
    return parentId;
  }

  private async oneReason(key: string, reason: NewReason): Promise<string> {
    const words = key.split(between).slice(0, -1).join(' > ');
    const id =
      this.batchId === null
        ? await this.looked(
            'reasons',
            [words, words],
            reason.parentId === absent ? undefined : await reasonFound(this.database, reason),
          )
        : await reasonNamed(this.database, reason, this.batchId);
    this.reasons.set(key, id);
    return id;
  }

  /** Nobody is put in the place of who leads already. */
  async lead(role: LeaderRole, { unit, leader }: Leading): Promise<void> {
    const key = `${role}${between}${unit.id}`;
    if (this.batchId === null) {
      await this.named.note(role, { unit, leader }, () => leaderOf(this.database, role, unit.id));
      return;
    }
    if (this.leaders.has(key)) return;
    await lead(this.database, { role, unitId: unit.id, staffId: leader.id, batchId: this.batchId });
    this.leaders.add(key);
  }

  /** Who is named to lead, and does not. */
  get passedOver(): ReadonlySet<string> {
    return this.named.passedOver;
  }

  learnStaff(by: KeyKind, wanted: readonly NewStaff[]): Promise<void> {
    return this.staffBy(by).learn(wanted);
  }

  staffId(by: KeyKind, key: string): Found {
    return this.staffBy(by).idOf(key);
  }

  private staffBy(by: KeyKind): Directory<NewStaff> {
    const known = this.staff.get(by);
    if (known) return known;
    const made = new Directory<NewStaff>({
      find: (keys) => findStaff(this.database, by, keys),
      make: (wanted) => this.make('staff', wanted, (batch) => makeStaff(this.database, wanted, { by, batch })),
    });
    this.staff.set(by, made);
    return made;
  }

  learnAccounts(by: KeyKind, wanted: readonly NewAccount[]): Promise<void> {
    return this.accountsBy(by).learn(wanted);
  }

  accountId(by: KeyKind, key: string): Found {
    return this.accountsBy(by).idOf(key);
  }

  private accountsBy(by: KeyKind): Directory<NewAccount> {
    const known = this.accounts.get(by);
    if (known) return known;
    const made = new Directory<NewAccount>({
      find: (keys) => findAccounts(this.database, by, keys),
      make: async (all) => {
        const wanted = all.filter((one) => one.isToBeMade);
        await this.make('accounts', wanted, (batch) => makeAccounts(this.database, wanted, { by, batch }));
      },
    });
    this.accounts.set(by, made);
    return made;
  }

  learnPersons(wanted: readonly NewPerson[]): Promise<void> {
    return this.persons.learn(wanted);
  }

  personId(key: string): Found {
    return this.persons.idOf(key);
  }

  private async make(
    kind: MadeKind,
    wanted: readonly { readonly name: string; readonly key: string }[],
    make: (batchId: string) => Promise<void>,
  ): Promise<void> {
    if (this.batchId !== null && wanted.length > 0) await make(this.batchId);
    for (const { name, key } of wanted) this.note(kind, key.toLowerCase(), name);
  }

  private async looked(kind: MadeKind, [key, name]: [string, string], id: string | undefined): Promise<string> {
    if (id) return id;
    this.note(kind, key, name);
    return absent;
  }

  private note(kind: MadeKind, key: string, name: string): void {
    const names = this.made.get(kind) ?? new Map<string, string>();
    this.made.set(kind, names.set(key, name));
  }
}
