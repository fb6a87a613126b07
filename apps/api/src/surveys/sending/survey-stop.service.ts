import { Injectable } from '@nestjs/common';
import type { PersonSurveys, SetPersonSurveys } from '@forecall/contracts';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { sha256 } from '../../platform/access/secret.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { personOfLink, personSurveys, stop, takeBack } from './survey-stop.query.js';

/** Who does not want to be asked. It holds until somebody takes it back by hand. */
@Injectable()
export class SurveyStopService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {}

  async ofPerson(id: string, sql: Sql = this.database): Promise<PersonSurveys> {
    const found = await personSurveys(sql, id);
    if (!found) throw notFound('person');
    const { name: _, ...told } = found;
    return told;
  }

  setByHand(viewer: Viewer, id: string, { isStopped, why }: SetPersonSurveys): Promise<PersonSurveys> {
    return this.database.transaction(async (sql) => {
      const person = await personSurveys(sql, id);
      if (!person) throw notFound('person');
      const isChanged = isStopped ? await stop(sql, id, 'by-hand') : await takeBack(sql, id);
      if (isChanged)
        await this.trail.record(sql, viewer, {
          ...{ act: isStopped ? 'survey.stopped' : 'survey.stop-ended', entity: 'person', id, name: person.name },
          after: { why },
        });
      return this.ofPerson(id, sql);
    });
  }

  /** Whoever holds a link of ours, however old; an unknown one is answered alike, and nothing comes of it. */
  byLink(token: string): Promise<void> {
    return this.database.transaction(async (sql) => {
      const personId = await personOfLink(sql, sha256(token));
      if (personId !== undefined) await stop(sql, personId, 'link');
    });
  }
}
