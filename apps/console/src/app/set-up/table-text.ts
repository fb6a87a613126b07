import { mostStaffLines, type OpenUnits, type StaffTable } from '@forecall/contracts';

type Department = OpenUnits['departments'][number];
export type StaffLine = StaffTable['lines'][number];

const separators = /[;；|｜]/;
/** Typed under its department: with spaces or a dash before it. */
const indented = /^(?: {2,}|\u3000|\s*[-–—•]\s*)/;

/** The cells of a line: parted by tabs, as spreadsheets copy them, else by semicolons or bars. */
export const cellsOf = (line: string): string[] =>
  line.split(line.includes('\t') ? '\t' : separators).map((cell) => cell.trim());

export interface TypedUnits {
  readonly departments: readonly Department[];
  /** Lines, counted from 1, that name a team before any department. */
  readonly orphans: readonly number[];
}

/**
 * Departments and teams, one a line: "Billing; 账务部" and, indented below it, "North; 一组"; or the four cells of a
 * spreadsheet (department, its Chinese name, team, its Chinese name), where an empty department is the one above.
 */
export function unitsIn(text: string): TypedUnits {
  const departments: Department[] = [];
  const orphans: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const isTeam = !line.includes('\t') && indented.test(line);
    const [name = '', nameZh = '', team = '', teamZh = ''] = isTeam
      ? ['', '', ...cellsOf(line.replace(indented, ''))]
      : cellsOf(line);
    const department = name === '' ? departments.at(-1) : named(departments, name, nameZh);
    if (!department) orphans.push(index + 1);
    else if (team !== '' && !department.teams.some((one) => isSame(one.name, team)))
      department.teams.push({ name: team, nameZh: teamZh || null });
  }
  return { departments, orphans };
}

function named(departments: Department[], name: string, nameZh: string): Department {
  const known = departments.find((one) => isSame(one.name, name));
  if (known) return known;
  const added = { name, nameZh: nameZh || null, teams: [] };
  departments.push(added);
  return added;
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

const yes = /^(?:yes|y|x|1|true|supervisor|是|主管|✓|√)$/i;

const columns = ['department', 'team', 'name', 'email', 'number', 'leads'] as const;
type Column = (typeof columns)[number];
/** How the columns are called in tables that people have. */
const heads: Readonly<Record<Column, RegExp>> = {
  department: /^(?:department|dept\.?|部门)$/i,
  team: /^(?:team|group|团队|小组|组)$/i,
  name: /^(?:(?:full )?name|employee|姓名|名字)$/i,
  email: /^(?:e-?mail(?: address)?|mail|邮箱|电子邮箱|电子邮件|邮件)$/i,
  number: /^(?:(?:staff |employee )?(?:number|no\.?|nr\.?|id)|工号|员工号|编号)$/i,
  leads: /^(?:supervisor\??|leads|team lead|主管|是否主管)$/i,
};
/** One word may be somebody's name; two are the head of a table. */
const fewestHeads = 2;

/**
 * A table of people: department, team, name, e-mail, staff number, whether they lead the team; or in the order that its
 * head says. The head itself is left out, and columns that it calls otherwise.
 */
export function staffIn(text: string): { lines: StaffLine[]; tooMany: boolean } {
  const all = text
    .split(/\r?\n/)
    .map((line, index) => ({ cells: cellsOf(line), line: index + 1, isBlank: line.trim() === '' }));
  const head = all.find(({ isBlank }) => !isBlank);
  const named = head?.cells.map((cell) => columns.find((column) => heads[column].test(cell)));
  const hasHead = named !== undefined && named.filter(Boolean).length >= fewestHeads;
  // Beyond a head that ends early the columns stand as usual.
  const order = hasHead ? [...named, ...columns.slice(named.length).filter((one) => !named.includes(one))] : columns;
  const lines = all.flatMap(({ cells, line, isBlank }): StaffLine[] => {
    if (isBlank || (hasHead && line === head?.line)) return [];
    const told = Object.fromEntries(order.flatMap((column, n) => (column ? [[column, cells[n] ?? '']] : [])));
    const {
      department = '',
      team = '',
      name = '',
      email = '',
      number = '',
      leads = '',
    } = told as Partial<Record<Column, string>>;
    return [{ line, department, team, name, email, number, isSupervisor: yes.test(leads) }];
  });
  return { lines: lines.slice(0, mostStaffLines), tooMany: lines.length > mostStaffLines };
}
