import { Injectable } from '@nestjs/common';
import type {
  AccountCreated,
  AccountDetail,
  CreateAccount,
  CreatePerson,
  CustomersFound,
  PersonCreated,
  PersonDetail,
} from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { Database } from '../platform/database/database.js';
import { conflict, notFound } from '../platform/http/problem.js';
import { accountFields, accountNow, personFields } from './customer-json.query.js';
import {
  findAccounts,
  findPeople,
  findPeopleByPhone,
  phoneDigits,
  prefixQuery,
  shownAtMost,
} from './find-customers.query.js';
import { type Fitting, matchCustomers, type ToldOfThem } from './match-customers.query.js';
import { insertAccount, insertPerson } from './write-customers.query.js';

/** Accounts and the people in them. */
@Injectable()
export class CustomerService {
  constructor(private readonly database: Database) {}

  async find(typed: string): Promise<CustomersFound> {
    const query = prefixQuery(typed);
    const digits = phoneDigits(typed);
    const [accounts, byName, byPhone] = await Promise.all([
      query === undefined ? [] : findAccounts(this.database, typed, query),
      query === undefined ? [] : findPeople(this.database, typed, query),
      digits === undefined ? [] : findPeopleByPhone(this.database, digits),
    ]);
    const people = [...new Map([...byPhone, ...byName].map(({ person }) => [person.id, person])).values()];
    return {
      accounts: accounts.slice(0, shownAtMost).map(({ account }) => account),
      people: people.slice(0, shownAtMost),
      isComplete: accounts.length <= shownAtMost && people.length <= shownAtMost,
    };
  }

  /** Who may be meant by what somebody tells of themselves. */
  matching(told: ToldOfThem): Promise<Fitting[]> {
    return matchCustomers(this.database, told);
  }

  async account(id: string): Promise<AccountDetail> {
    const row = await this.database.first<{ account: AccountDetail }>(
      /* sql */ `
      SELECT json_build_object(${accountFields('a')}, 'industry', a.industry, 'zone', a.zone, 'revision', a.revision,
        'support', coalesce((
          SELECT json_agg(json_build_object('id', staff.id, 'name', staff.name) ORDER BY staff.name COLLATE name_order)
          FROM account_care c JOIN staff ON staff.id = c.staff_id
          WHERE c.account_id = a.id AND c.part = 'support' AND c."from" <= now() AND (c."to" IS NULL OR c."to" > now())
        ), '[]'),
        'people', coalesce((
          SELECT json_agg(json_build_object(${personFields('p')}) ORDER BY p.name COLLATE name_order, p.id)
          FROM (SELECT * FROM person WHERE account_id = a.id AND left_on IS NULL ORDER BY name COLLATE name_order LIMIT 200) p
        ), '[]')) AS account
      FROM account a ${accountNow('a')} WHERE a.id = $1`,
      [id],
    );
    if (!row) throw notFound('account');
    return row.account;
  }

  async person(id: string): Promise<PersonDetail> {
    const row = await this.database.first<{ person: PersonDetail }>(
      /* sql */ `
      SELECT json_build_object(${personFields('p')}, 'account', json_build_object(${accountFields('a')}),
        'email', p.email, 'language', p.language, 'influence', p.influence, 'hasLeft', p.left_on IS NOT NULL,
        'revision', p.revision) AS person
      FROM person p JOIN account a ON a.id = p.account_id ${accountNow('a')} WHERE p.id = $1`,
      [id],
    );
    if (!row) throw notFound('person');
    return row.person;
  }

  createAccount(account: CreateAccount): Promise<AccountCreated> {
    return this.database.transaction(async (sql) => {
      const id = uuid();
      const number = await insertAccount(sql, id, account);
      if (number === undefined) throw numberTaken(account.number ?? '');
      const personIds: string[] = [];
      for (const person of account.people) {
        personIds.push(uuid());
        await insertPerson(sql, personIds.at(-1) ?? '', id, person);
      }
      return { id, number, personIds };
    });
  }

  createPerson(accountId: string, person: CreatePerson): Promise<PersonCreated> {
    return this.database.transaction(async (sql) => {
      const account = await sql.first('SELECT FROM account WHERE id = $1 AND merged_into IS NULL FOR SHARE', [
        accountId,
      ]);
      if (!account) throw notFound('account');
      const id = uuid();
      await insertPerson(sql, id, accountId, person);
      return { id };
    });
  }
}

const numberTaken = (number: string) =>
  conflict('number-taken', 'Another account has this number.', {
    values: { number },
    fields: [{ path: 'number', code: 'number-taken', message: 'another account has it' }],
  });
