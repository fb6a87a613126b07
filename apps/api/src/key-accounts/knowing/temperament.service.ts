import { Injectable } from '@nestjs/common';
import type { ObserveTemperament, TemperamentHistory, TemperamentObserved } from '@forecall/contracts';
import { temperamentOf } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badField, notFound } from '../../platform/http/problem.js';
import { bySignIn } from '../by-sign-in.js';

/** How somebody is to be treated, by what was observed of them: never by free text. */
@Injectable()
export class TemperamentService {
  constructor(private readonly database: Database) {}

  async observe(
    viewer: Viewer,
    personId: string,
    { behaviours, confidence }: ObserveTemperament,
  ): Promise<TemperamentHistory> {
    const observed = [...new Set(behaviours)];
    const type = temperamentOf(observed);
    if (type === undefined) throw undecided();
    return this.database.transaction(async (sql) => {
      const person = await sql.first('SELECT FROM person WHERE id = $1 AND merged_into IS NULL FOR SHARE', [personId]);
      if (!person) throw notFound('person');
      await sql.change(
        `INSERT INTO temperament (id, person_id, type, behaviours, confidence, by_sign_in_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
        [uuid(), personId, type, observed, confidence, viewer.signInId],
      );
      return { observed: await observedOf(sql, personId) };
    });
  }

  async history(personId: string): Promise<TemperamentHistory> {
    if (!(await this.database.first('SELECT FROM person WHERE id = $1', [personId]))) throw notFound('person');
    return { observed: await observedOf(this.database, personId) };
  }
}

const observedOf = (sql: Sql, personId: string): Promise<TemperamentObserved[]> =>
  sql
    .rows<{ entry: TemperamentObserved }>(
      `SELECT json_build_object('id', t.id, 'type', t.type, 'behaviours', t.behaviours, 'confidence', t.confidence,
         'by', ${bySignIn('t.by_sign_in_id')}, 'at', t.at) AS entry
       FROM temperament t WHERE t.person_id = $1 ORDER BY t.at DESC, t.id DESC LIMIT 50`,
      [personId],
    )
    .then((rows) => rows.map(({ entry }) => entry));

const undecided = () =>
  badField({
    path: 'behaviours',
    code: 'temperament-undecided',
    message: 'does not say whether task or people come first, and whether they are slow or quick',
  });
