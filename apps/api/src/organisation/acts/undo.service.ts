import { Injectable } from '@nestjs/common';
import { type EntityTarget, IsNull, QueryFailedError } from 'typeorm';
import type { Acted } from '@forecall/contracts';
import type { Actor } from '../../platform/access/audit-trail.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import type { Act, Row, RowChange } from './act.js';
import { ActsService } from './acts.service.js';
import { OrganisationAct } from './organisation-act.entity.js';

const undoableMinutes = 15;

/** Takes one's own act back within minutes, as long as nothing was built on it. */
@Injectable()
export class UndoService {
  constructor(private readonly acts: ActsService) {}

  /** `only`: an act that touched nothing but rows of this entity. */
  undo(by: Actor, actId: string, only?: string): Promise<Acted> {
    return this.acts.run(by, async (act) => {
      const done = await act.entities.findOneBy(OrganisationAct, { id: actId });
      if (!done || done.bySignInId !== by.signInId) throw notFound('act');
      if (only !== undefined && done.changes.some(({ entity }) => entity !== only)) throw notFound('act');
      const { affected } = await act.entities.update(
        OrganisationAct,
        { id: actId, undoneAt: IsNull() },
        { undoneAt: act.at },
      );
      if (affected !== 1 || act.at.getTime() - done.at.getTime() > undoableMinutes * 60_000) throw tooLate();
      for (const change of done.changes.toReversed()) await this.takeBack(act, change);
      const subject = done.changes.at(0)?.after ?? done.changes.at(0)?.before;
      if (!subject) throw tooLate();
      await act.record({ act: 'act.undone', entity: 'organisation_act', id: actId, name: nameOf(subject) });
      return subject;
    });
  }

  private async takeBack(act: Act, { entity: name, before, after }: RowChange): Promise<void> {
    const entity = act.entities.dataSource.getMetadata(name).target as EntityTarget<Row> & { name: string };
    const revision = (after?.revision ?? before?.revision ?? 0) + 1;
    const restored = before && { ...before, revision };
    if (!after) {
      await act.entities.insert(entity, restored as never);
    } else {
      const criteria = { id: after.id, revision: after.revision };
      const { affected } = before
        ? await act.entities.update(entity, criteria, { ...whatDiffers(before, after), revision })
        : await act.entities.delete(entity, criteria).catch(refuseIfInUse);
      if (affected !== 1) throw tooLate();
    }
    act.note(name, after, restored);
  }
}

const tooLate = () =>
  conflict('undo-too-late', 'This can no longer be undone: too much time has passed, or it was changed since.');

function refuseIfInUse(error: unknown): never {
  const isReferred = error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23503';
  throw isReferred ? conflict('undo-in-use', 'This can no longer be undone: other things refer to it by now.') : error;
}

/** Only what the act changed: the rest of a row may be more exact in its table than it is here. */
const whatDiffers = (before: Row, after: Row): object =>
  Object.fromEntries(
    Object.entries(before).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(after, field) ?? null),
    ),
  );

const nameOf = (row: Row & { name?: string; nameEn?: string }) => row.name ?? row.nameEn ?? '';
