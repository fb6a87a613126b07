import { Injectable } from '@nestjs/common';
import type {
  AccountDetail,
  CallerFound,
  CustomersFound,
  PersonDetail,
  SimilarCustomers,
  SimilarQuery,
} from '@forecall/contracts';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { e164Of } from '../../platform/names/phone-number.js';
import { accountFields } from '../customer-json.query.js';
import { phoneCountry } from '../phone-country.service.js';
import { accountDetail, personDetail } from './customer-detail.query.js';
import { findAccounts, findPeople, findPeopleByPhone, peopleWithPhone, shownAtMost } from './find-customers.query.js';
import { type Fitting, matchCustomers, type ToldOfThem } from './match-customers.query.js';
import { peopleLike, similarAccounts, similarPeople } from './similar.query.js';
import { phoneDigits, typed } from './typed.js';

export { accountNow } from '../customer-json.query.js';
export { personAtAccount } from './customer-detail.query.js';

/** What is shown of an account in lists, for json_build_object; over the joins of `accountNow`. */
export const accountBrief = (account: string): string => `${accountFields(account)}, 'industry', ${account}.industry`;

/** A tsquery of what somebody typed to find names by; undefined where no word is in it. */
export const namesQuery = (text: string): string | undefined => typed(text).allWords;

/** Finds accounts and the people in them. */
@Injectable()
export class CustomerService {
  constructor(private readonly database: Database) {}

  async find(text: string): Promise<CustomersFound> {
    const asked = typed(text);
    const digits = phoneDigits(text);
    const [accounts, byName, byPhone] = await Promise.all([
      asked.allWords === undefined ? [] : findAccounts(this.database, text, asked.allWords),
      asked.allWords === undefined ? [] : findPeople(this.database, asked),
      digits === undefined ? [] : findPeopleByPhone(this.database, digits),
    ]);
    const people = [...new Map([...byPhone, ...byName].map(({ person }) => [person.id, person])).values()];
    return {
      accounts: accounts.slice(0, shownAtMost).map(({ account }) => account),
      people: people.slice(0, shownAtMost),
      isComplete: accounts.length <= shownAtMost && people.length <= shownAtMost,
    };
  }

  /** Who calls from a number as the telephone shows it. */
  async caller(phone: string): Promise<CallerFound> {
    const e164 = e164Of(phone, await phoneCountry(this.database)) ?? null;
    const people = e164 === null ? [] : await peopleWithPhone(this.database, e164);
    return { e164, people: people.map(({ person }) => person) };
  }

  async similar({ person, company, phone }: SimilarQuery): Promise<SimilarCustomers> {
    const e164 = e164Of(phone, await phoneCountry(this.database)) ?? null;
    const [accounts, people] = await Promise.all([
      company === '' ? [] : similarAccounts(this.database, company),
      similarPeople(this.database, { person, company, e164 }),
    ]);
    return { accounts: accounts.map(({ account }) => account), people: people.map((row) => row.person) };
  }

  /** Who may be meant by what somebody tells of themselves. */
  matching(told: ToldOfThem): Promise<Fitting[]> {
    return matchCustomers(this.database, told);
  }

  async account(id: string): Promise<AccountDetail> {
    const account = await accountDetail(this.database, id);
    if (!account) throw notFound('account');
    return account;
  }

  /** Other accounts that may be this one. */
  async similarToAccount(id: string): Promise<SimilarCustomers> {
    const { name, nameZh } = await this.account(id);
    const found = await similarAccounts(this.database, name, nameZh, id);
    return { accounts: found.map(({ account }) => account), people: [] };
  }

  async person(id: string): Promise<PersonDetail> {
    const person = await personDetail(this.database, id);
    if (!person) throw notFound('person');
    return person;
  }

  /** Others of the same account that may be this person: only those can be merged. */
  async similarToPerson(id: string): Promise<SimilarCustomers> {
    await this.person(id);
    const found = await peopleLike(this.database, id);
    return { accounts: [], people: found.map(({ person }) => person) };
  }
}
