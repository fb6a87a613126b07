import { Injectable } from '@nestjs/common';
import { type KeepView, mostViews, type SavedView, type SavedViews, type ViewQuery } from '@forecall/contracts';
import type { Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { conflict, notFound } from '../platform/http/problem.js';
import { countViews, deleteView, keepView, listViews, lockViews } from './view.query.js';

const uniqueViolation = '23505';

/** Somebody's own views of the lists: a name for an address. */
@Injectable()
export class ViewService {
  constructor(private readonly database: Database) {}

  async list({ signInId }: Viewer, page: ViewQuery['page']): Promise<SavedViews> {
    return { views: await listViews(this.database, signInId, page) };
  }

  async keep({ signInId }: Viewer, id: string, view: KeepView): Promise<SavedView> {
    try {
      return await this.database.transaction(async (sql) => {
        await lockViews(sql, signInId);
        if ((await countViews(sql, signInId, view.page, id)) >= mostViews) throw tooMany();
        const kept = await keepView(sql, signInId, id, view);
        // The id is somebody else's.
        if (!kept) throw notFound('view');
        return kept;
      });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === uniqueViolation) throw sameName(view.name);
      throw error;
    }
  }

  /** What is gone already is gone. */
  async delete({ signInId }: Viewer, id: string): Promise<void> {
    await deleteView(this.database, signInId, id);
  }
}

const tooMany = () =>
  conflict('too-many-views', `At most ${mostViews} views of a page are kept.`, { values: { most: mostViews } });
const sameName = (name: string) =>
  conflict('view-name-taken', `There is a view called ${name} already.`, { values: { name } });
