import { pinyinOf } from '../../platform/names/pinyin.js';
import type { Draw } from '../chance/draw.js';
import {
  type CareClass,
  type Company,
  companyLocale,
  type Employee,
  organisationName,
  organisationZone,
} from '../company/company.js';
import { classReasons } from './dossier-words.js';
import { type Knowing, knowingOf } from './knowing-rows.js';
import { instant, period, type Row, type TableRows } from './row.js';

/** The company in the order in which its tables refer to each other. `argon2id` is everybody's. */
export function companyRows(company: Company, draw: Draw, argon2id: string): TableRows[] {
  const { departments, teams, reps, leaders, reasonGroups, foundedMs } = company;
  const from = instant(foundedMs);
  const since = { from, to: null };
  const id = () => draw.id(foundedMs);
  const people = [...leaders, ...reps];
  return [
    {
      table: 'organisation',
      rows: [{ id: company.id, name: organisationName, zone: organisationZone, locale: companyLocale, is_demo: true }],
    },
    {
      table: 'department',
      rows: departments.map(({ id, plan }) => ({ id, name: plan.name, name_zh: plan.nameZh, ...since })),
    },
    {
      table: 'team',
      rows: teams.map(({ id, department, name, nameZh }) => ({
        ...{ id, department_id: department.id, name, name_zh: nameZh },
        ...since,
      })),
    },
    { table: 'staff', rows: people.map((employee) => staffRow(employee, from)) },
    {
      table: 'membership',
      rows: reps.flatMap((rep) =>
        rep.teams.map((held) => ({ id: id(), staff_id: rep.id, team_id: held.team.id, ...period(held) })),
      ),
    },
    {
      table: 'leadership',
      rows: leaders.flatMap(({ id: staffId, role, leads }) =>
        leads
          ? [
              {
                ...{ id: id(), staff_id: staffId, role },
                ...{ team_id: leads.team?.id ?? null, department_id: leads.department?.id ?? null },
                ...period(leads),
              },
            ]
          : [],
      ),
    },
    {
      table: 'sign_in',
      rows: people.map(({ signInId, id: staffId, email }) => ({
        ...{ id: signInId, staff_id: staffId, email, argon2id, locale: null, created_at: from },
      })),
    },
    {
      table: 'role_grant',
      rows: [
        ...leaders.map(({ signInId, role, leads }) => ({
          ...{ id: id(), sign_in_id: signInId, role, granted_by: null },
          ...{ team_id: leads?.team?.id ?? null, department_id: leads?.department?.id ?? null },
          ...period(leads ?? { fromMs: foundedMs, toMs: null }),
        })),
        ...reps.map(({ signInId, teams: held }) => ({
          ...{ id: id(), sign_in_id: signInId, role: 'rep', granted_by: null, team_id: null, department_id: null },
          ...period({ fromMs: foundedMs, toMs: held.at(-1)?.toMs ?? null }),
        })),
      ],
    },
    {
      table: 'reason',
      rows: reasonGroups.map((group, place) => ({
        ...{ id: group.id, parent_id: null, name_en: group.en, name_zh: group.zh, place },
        ...{ answerable_department_id: group.department.id, ...since },
      })),
    },
    {
      table: 'reason',
      rows: reasonGroups.flatMap(({ reasons }) =>
        reasons.map(({ id: reasonId, parentId, plan, department }, place) => ({
          ...{ id: reasonId, parent_id: parentId, name_en: plan.en, name_zh: plan.zh, place },
          ...{ answerable_department_id: department.id, ...since },
        })),
      ),
    },
    ...accountRows(company, id, knowingOf(company, draw.stream('knowing'))),
  ];
}

function staffRow(employee: Employee, created: string): Row {
  const { id, name, number, email, isChinese, leftOn } = employee;
  const { pinyin, pinyinInitials } = isChinese ? pinyinOf(name, { person: true }) : noPinyin;
  return {
    ...{ id, name, pinyin, pinyin_initials: pinyinInitials, external_id: number, email, left_on: leftOn },
    created_at: created,
  };
}

const noPinyin = { pinyin: '', pinyinInitials: '' };

function accountRows({ accounts, leaders, foundedMs }: Company, id: () => string, knowing: Knowing): TableRows[] {
  const created = instant(foundedMs);
  const head = leaders.find(({ role, leads }) => role === 'head' && leads?.department?.plan.name === salesDepartment);
  return [
    {
      table: 'account',
      rows: accounts.map((account) => {
        const { id: accountId, number, name, nameZh, industry, zone } = account;
        const { pinyin, pinyinInitials } = nameZh ? pinyinOf(nameZh) : noPinyin;
        return {
          ...{ id: accountId, number, name, name_zh: nameZh, pinyin, pinyin_initials: pinyinInitials, industry, zone },
          ...knowing.accountColumns(account),
          created_at: created,
        };
      }),
    },
    {
      table: 'account_class',
      rows: accounts.flatMap(({ id: accountId, classes }, place) =>
        classes.map((held) => ({
          ...{ id: id(), account_id: accountId, class: held.class, ...period(held) },
          ...{ why: reasonFor(held.class, place), set_by: head?.signInId ?? null },
        })),
      ),
    },
    {
      table: 'account_care',
      rows: accounts.flatMap(({ id: accountId, care }) =>
        care.map((held) => ({
          ...{ id: id(), account_id: accountId, staff_id: held.rep.id, part: held.part },
          ...period(held),
        })),
      ),
    },
    {
      table: 'person',
      rows: accounts.flatMap((account) =>
        account.people.map((person) => {
          const { id: personId, name, nameZh, position, influence, language } = person;
          const { pinyin, pinyinInitials } = nameZh ? pinyinOf(nameZh, { person: true }) : noPinyin;
          return {
            ...{ id: personId, account_id: account.id, name, name_zh: nameZh, pinyin, pinyin_initials: pinyinInitials },
            ...{
              position,
              influence,
              language,
              email: mailOf(name, account.number),
              ...knowing.personColumns(person),
              created_at: created,
            },
          };
        }),
      ),
    },
    {
      table: 'person_phone',
      rows: accounts.flatMap(({ people }) =>
        people.flatMap((person) => person.phones.map((e164) => ({ person_id: person.id, e164 }))),
      ),
    },
    ...knowing.tables,
  ];
}

/** No two people of an account have the same name; nothing of `.example` is ever delivered. */
const mailOf = (name: string, account: string): string =>
  `${name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .trim()
    .replaceAll(/ +/g, '.')}@${account.toLowerCase()}.example`;

const salesDepartment = 'Key account sales';

/** One of the reasons that fit the class. */
function reasonFor(careClass: CareClass, place: number): string {
  const reasons = classReasons[careClass];
  return reasons[place % reasons.length] ?? '';
}
