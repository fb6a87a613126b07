import type { Database, Sql } from '../../platform/database/database.js';
import type { Preset } from '../preset/preset.js';
import type { StaffSource } from '../preset/source.js';
import type { NamedKey } from '../reading/draft.js';
import { findAccounts, makeAccounts } from './account.query.js';
import { Directory, type Found } from './directory.js';
import { reasonNamed } from './reason.query.js';
import { findStaff, makeStaff } from './staff.query.js';
import { departmentNamed, teamNamed, type Unit } from './unit.query.js';

interface WantedStaff extends NamedKey {
  readonly teamId: string;
}

/** Separates the words of a path; no cell holds it, because it is refused. */
const between = '\0';

/**
 * The organisation as the file names it. What is missing is made, each in a transaction of its own, so that a row that
 * fails later does not take the name away from the rows that follow.
 */
export class Names {
  private readonly units = new Map<string, Unit>();
  private readonly reasons = new Map<string, string>();
  private readonly staff = new Map<StaffSource['by'], Directory<WantedStaff>>();
  private readonly accounts: Directory<NamedKey> | undefined;

  constructor(
    private readonly database: Database,
    private readonly preset: Preset,
    private readonly batchId: string,
  ) {
    const { account } = preset.contact;
    if (!account) return;
    this.accounts = new Directory<NamedKey>({
      find: (keys) => findAccounts(database, account.by, keys),
      make:
        account.missing === 'make'
          ? (wanted) => makeAccounts(database, wanted, { by: account.by, batchId })
          : undefined,
    });
  }

  async unit(department: string, team: string): Promise<Unit> {
    const key = `${department}${between}${team}`;
    const known = this.units.get(key);
    if (known) return known;
    const made = await this.database.transaction(async (sql) => {
      const departmentId = await departmentNamed(sql, department);
      return { departmentId, teamId: await teamNamed(sql, departmentId, team) };
    });
    this.units.set(key, made);
    return made;
  }

  async reason(path: readonly string[], unit: Unit): Promise<string> {
    const key = path.join(between);
    const known = this.reasons.get(key);
    if (known !== undefined) return known;
    const made = await this.database.transaction((sql) => this.makeReason(sql, path, unit));
    this.reasons.set(key, made);
    return made;
  }

  private async makeReason(sql: Sql, path: readonly string[], unit: Unit): Promise<string> {
    const { answerable } = this.preset.unit;
    const answerableDepartmentId = answerable ? await departmentNamed(sql, answerable) : unit.departmentId;
    const chinese = this.preset.contact.reason?.chinese ?? {};
    let parentId: string | null = null;
    for (const name of path) {
      parentId = await reasonNamed(sql, { parentId, name, chinese: chinese[name], answerableDepartmentId });
    }
    if (parentId === null) throw new Error('A path of reasons has at least one.');
    return parentId;
  }

  learnStaff(by: StaffSource['by'], wanted: readonly WantedStaff[]): Promise<void> {
    return this.staffBy(by).learn(wanted);
  }

  staffId(by: StaffSource['by'], key: string): Found {
    return this.staffBy(by).idOf(key);
  }

  private staffBy(by: StaffSource['by']): Directory<WantedStaff> {
    const known = this.staff.get(by);
    if (known) return known;
    const made = new Directory<WantedStaff>({
      find: (keys) => findStaff(this.database, by, keys),
      make: async (wanted) => {
        for (const [teamId, people] of Map.groupBy(wanted, (one) => one.teamId)) {
          await makeStaff(this.database, people, { by, teamId, batchId: this.batchId });
        }
      },
    });
    this.staff.set(by, made);
    return made;
  }

  async learnAccounts(wanted: readonly NamedKey[]): Promise<void> {
    await this.accounts?.learn(wanted);
  }

  accountId(key: string): Found {
    return this.accounts?.idOf(key) ?? 'none';
  }
}
