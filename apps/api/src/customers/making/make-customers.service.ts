import { Injectable } from '@nestjs/common';
import type {
  AccountCreated,
  CreateAccount,
  CreateCustomer,
  CreatePerson,
  PersonCreated,
  PersonDetail,
} from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { Database, type Sql } from '../../platform/database/database.js';
import { badRequest, conflict, notFound } from '../../platform/http/problem.js';
import { e164Of } from '../../platform/names/phone-number.js';
import { personDetail } from '../finding/customer-detail.query.js';
import { phoneCountry } from '../phone-country.service.js';
import { insertAccount, insertPerson } from './write-customers.query.js';

/** Makes accounts and the people in them. */
@Injectable()
export class MakeCustomersService {
  constructor(private readonly database: Database) {}

  createAccount(account: CreateAccount): Promise<AccountCreated> {
    return this.database.transaction((sql) => this.addAccount(sql, account));
  }

  createPerson(accountId: string, person: CreatePerson): Promise<PersonCreated> {
    return this.database.transaction(async (sql) => {
      const id = await this.addPerson(sql, accountId, person);
      if (id === undefined) throw notFound('account');
      return { id };
    });
  }

  /** A caller nobody knows yet: a person, in an account that is there, in a new one, or in one of their own. */
  createCustomer({ person, company, accountId, phone }: CreateCustomer): Promise<PersonDetail> {
    return this.database.transaction(async (sql) => {
      const e164 = phone === '' ? undefined : e164Of(phone, await phoneCountry(sql));
      if (phone !== '' && e164 === undefined) throw noPhoneNumber();
      const who = { ...nobody, ...named(person), phones: e164 === undefined ? [] : [e164] };
      const id =
        accountId === null
          ? (await this.addAccount(sql, { ...bare, ...named(company || person), people: [who] })).personIds[0]
          : await this.addPerson(sql, accountId, who);
      if (id === undefined) throw unknownAccount();
      const made = await personDetail(sql, id);
      if (!made) throw new Error('A person who was just made is there.');
      return made;
    });
  }

  private async addAccount(sql: Sql, account: CreateAccount): Promise<AccountCreated> {
    const id = uuid();
    const number = await insertAccount(sql, id, account);
    if (number === undefined) throw numberTaken(account.number ?? '');
    const personIds: string[] = [];
    for (const person of account.people) {
      personIds.push(uuid());
      await insertPerson(sql, personIds.at(-1) ?? '', id, person);
    }
    return { id, number, personIds };
  }

  /** Undefined where there is no such account. */
  private async addPerson(sql: Sql, accountId: string, person: CreatePerson): Promise<string | undefined> {
    const account = await sql.first('SELECT FROM account WHERE id = $1 AND merged_into IS NULL FOR SHARE', [accountId]);
    if (!account) return undefined;
    const id = uuid();
    await insertPerson(sql, id, accountId, person);
    return id;
  }
}

const bare = { industry: '', zone: null } as const;
const nobody = { position: '', email: null, language: null } as const;

/** A name in Chinese characters is the Chinese one too. */
const named = (name: string) => ({ name, nameZh: /\p{Script=Han}/u.test(name) ? name : null });

const numberTaken = (number: string) =>
  conflict('number-taken', 'Another account has this number.', {
    values: { number },
    fields: [{ path: 'number', code: 'number-taken', message: 'another account has it' }],
  });

const unknownAccount = () =>
  badRequest('invalid', 'accountId: there is no such account.', {
    fields: [{ path: 'accountId', code: 'unknown-account', message: 'there is no such account' }],
  });

const noPhoneNumber = () =>
  badRequest('invalid', 'phone: is no telephone number.', {
    fields: [{ path: 'phone', code: 'no-phone-number', message: 'is no telephone number' }],
  });
