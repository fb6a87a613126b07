import { Injectable } from '@nestjs/common';
import type {
  ListCount,
  PromiseDetail,
  PromiseEntry,
  PromiseFilters,
  PromiseList,
  PromiseQuery,
} from '@forecall/contracts';
import { MailService } from '../mail/mail.service.js';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { badField, notFound } from '../platform/http/problem.js';
import { countWithCosts } from '../platform/http/counted.js';
import { pageAfter, pageOf } from '../platform/http/page-cursor.js';
import { letterTo } from './promise-letter.js';
import { countPromises, letterFacts, listPromises, onePromise } from './promise.query.js';

/** Shows promises: one's own, those of people one leads, and those of an account. */
@Injectable()
export class PromiseViewService {
  constructor(
    private readonly database: Database,
    private readonly mail: MailService,
  ) {}

  count(viewer: Viewer, filters: PromiseFilters): Promise<ListCount> {
    checkAccount(filters);
    const { of, accountId, ...others } = filters;
    // Of an account is where one looks, not what narrows the look.
    const fixed = of === 'account' ? { of, accountId } : { of };
    const narrowing = of === 'account' ? others : { ...others, accountId };
    return countWithCosts(narrowing, { state: 'open' as const }, (asked) =>
      countPromises(this.database, { ...asked, ...fixed }, reachOf(viewer)),
    );
  }

  async list(viewer: Viewer, query: PromiseQuery): Promise<PromiseList> {
    checkAccount(query);
    const found = await listPromises(this.database, query, reachOf(viewer), pageAfter(query.after));
    const { rows, next } = pageOf(found, query.limit);
    return { promises: rows.map(({ promise }) => promise), next };
  }

  async one(viewer: Viewer, id: string): Promise<PromiseDetail> {
    const found = await onePromise(this.database, id, reachOf(viewer));
    if (!found) throw notFound('promise');
    const steps = await this.database.rows<PromiseDetail['steps'][number]>(
      `SELECT t.act, t.at, t.before, t.after, t.why,
         (SELECT json_build_object('id', s.id, 'name', s.name) FROM sign_in w JOIN staff s ON s.id = w.staff_id
          WHERE w.id = t.by_sign_in_id) AS by
       FROM promise_step t WHERE t.promise_id = $1 ORDER BY t.at DESC, t.id DESC LIMIT 200`,
      [id],
    );
    return {
      ...found.promise,
      steps: steps.map((step) => ({ ...step, at: new Date(step.at).toISOString() })),
      letter: await this.letter(found.promise),
    };
  }

  private async letter({ id, mayWork, keptAt, brokenAt, state }: PromiseEntry): Promise<PromiseDetail['letter']> {
    if (!mayWork || keptAt !== null || brokenAt !== null || state === 'void') return null;
    const facts = await letterFacts(this.database, id);
    return facts ? letterTo(facts, this.mail.isThere) : null;
  }
}

function checkAccount({ of, accountId }: Pick<PromiseFilters, 'of' | 'accountId'>): void {
  if (of === 'account' && accountId === undefined)
    throw badField({ path: 'accountId', code: 'which-account', message: 'says of which account' });
}
