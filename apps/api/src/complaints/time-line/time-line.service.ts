import { Injectable } from '@nestjs/common';
import type { ComplaintTimeLine } from '@forecall/contracts';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { notFound } from '../../platform/http/problem.js';
import { nameOf } from '../complaint-row.query.js';
import { isSeen, isWithheld, sightOf } from '../complaint-sight.service.js';
import { type Image, differences, idsIn } from './differences.js';
import { timeLineColumns } from './time-line.query.js';

interface Unnumbered {
  readonly id: string;
  readonly running: number;
  readonly year: number;
}

/** As SQL gives it: numbers in parts. */
type Unfinished<Listed> = Omit<Listed, 'number'> & Unnumbered;

interface Row extends Pick<ComplaintTimeLine, 'handovers' | 'pauses' | 'contacts'> {
  readonly notes: readonly (Omit<ComplaintTimeLine['notes'][number], 'of'> & { readonly of: Unnumbered })[];
  readonly merged: readonly Unfinished<ComplaintTimeLine['merged'][number]>[];
  readonly repeats: readonly Unfinished<ComplaintTimeLine['repeats'][number]>[];
  readonly revisions: readonly {
    readonly at: string;
    readonly by: string | null;
    readonly why: string;
    readonly before: Image;
    readonly isTold: boolean;
  }[];
  readonly present: Image;
}

/** What happened with a complaint besides its steps. */
@Injectable()
export class TimeLineService {
  constructor(private readonly database: Database) {}

  async of(viewer: Viewer, id: string): Promise<ComplaintTimeLine> {
    const sight = await sightOf(this.database, viewer);
    const values = new SqlValues();
    const row = await this.database.first<Row & Record<string, unknown>>(
      /* sql */ `
      SELECT ${timeLineColumns(isWithheld(sight, values))}
      FROM complaint k JOIN contact c ON c.id = k.contact_id
      WHERE k.id = ${values.add(id, 'uuid')} AND ${isSeen(sight, values)}`,
      values.list,
    );
    if (!row) throw notFound('complaint');
    const { notes, handovers, pauses, contacts, merged, repeats, revisions, present } = row;
    const changes = revisions.flatMap(({ at, by, why, before, isTold }, n) => {
      const changed = isTold ? [] : differences(before, revisions[n + 1]?.before ?? present);
      return changed.length > 0 ? [{ at, by, why, changes: changed }] : [];
    });
    return {
      notes: notes.map(({ of, ...note }) => ({ ...note, of: nameOf(of) })),
      handovers,
      pauses,
      changes,
      names: await this.namesOf(idsIn(changes)),
      contacts,
      merged: merged.map(numbered),
      repeats: repeats.map(numbered),
    };
  }

  private async namesOf(ids: readonly string[]): Promise<Record<string, string>> {
    if (ids.length === 0) return {};
    const rows = await this.database.rows<{ id: string; name: string }>(
      `SELECT id, name FROM staff WHERE id = ANY ($1) UNION ALL
       SELECT id, number::text FROM complaint WHERE id = ANY ($1)`,
      [ids],
    );
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }
}

function numbered<Row extends Unnumbered>({ running, year, ...rest }: Row) {
  return { ...rest, number: nameOf({ id: rest.id, running, year }).number };
}
