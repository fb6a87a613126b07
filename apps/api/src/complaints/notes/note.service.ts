import { Injectable } from '@nestjs/common';
import type { NoteWritten, WriteNote } from '@forecall/contracts';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badRequest, conflict } from '../../platform/http/problem.js';
import { workOn } from '../working-on.js';
import { insertNote } from './note.query.js';

/** Clocks differ; a note further ahead of the server is a mistake. */
const aheadToleranceMs = 2 * 60_000;

/** Notes of a complaint: kept as they were written; what was wrong is corrected by a new one. */
@Injectable()
export class NoteService {
  constructor(private readonly database: Database) {}

  write(viewer: Viewer, id: string, { at, corrects, ...note }: WriteNote): Promise<NoteWritten> {
    return this.database.transaction(async (sql) => {
      await workOn(sql, viewer, id);
      const when = at === undefined ? new Date() : new Date(at);
      if (when.getTime() > Date.now() + aheadToleranceMs) throw aheadOfTime();
      if (corrects !== null) await this.refuseUnlessCorrectable(sql, id, corrects, note.kind);
      return { id: await insertNote(sql, { ...note, complaintId: id, at: when, corrects, by: viewer.signInId }) };
    });
  }

  private async refuseUnlessCorrectable(sql: Sql, complaintId: string, id: string, kind: string): Promise<void> {
    const corrected = await sql.first<{ isCorrected: boolean }>(
      `SELECT EXISTS (SELECT FROM complaint_note later WHERE later.corrects = n.id) AS "isCorrected"
       FROM complaint_note n WHERE n.id = $1 AND n.complaint_id = $2 AND n.kind = $3`,
      [id, complaintId, kind],
    );
    if (!corrected) throw unknownNote();
    if (corrected.isCorrected) throw conflict('note-corrected', 'Another note corrects this one already.');
  }
}

const aheadOfTime = () =>
  badRequest('ahead-of-time', 'The note lies in the future.', {
    fields: [{ path: 'at', code: 'ahead-of-time', message: 'is more than 2 minutes ahead of the server' }],
  });

const unknownNote = () =>
  badRequest('unknown-note', 'corrects: there is no such note here.', {
    fields: [{ path: 'corrects', code: 'unknown-note', message: 'there is no such note here' }],
  });
