import { Injectable } from '@nestjs/common';
import type { ComplaintTimeLine } from '@forecall/contracts';
import { complaintNumber } from '@forecall/domain';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { notFound } from '../../platform/http/problem.js';
import { nameOf } from '../complaint-row.query.js';
import { isCustomerWithheld, isSeen, isWithheld, type Sight, sightOf } from '../complaint-sight.service.js';
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
      SELECT ${timeLineColumns((complaint) => isWithheld(sight, values, complaint))}
      FROM complaint k JOIN contact c ON c.id = k.contact_id
      WHERE k.id = ${values.add(id, 'uuid')} AND ${isSeen(sight, values)}`,
      values.list,
    );
    if (!row) throw notFound('complaint');
    const { notes, handovers, pauses, contacts, merged, repeats, revisions, present } = row;
    const all = revisions.map(({ at, by, why, before, isTold }, n) => ({
      ...{ at, by, why, changes: isTold ? [] : differences(before, revisions[n + 1]?.before ?? present) },
    }));
    const { names, withheld } = await this.namesOf(idsIn(all), sight);
    const isShown = (value: unknown) => typeof value !== 'string' || !withheld.has(value);
    const changes = all
      .map((told) => ({
        ...told,
        changes: told.changes.filter(({ before, after }) => isShown(before) && isShown(after)),
      }))
      .filter(({ changes: shown }) => shown.length > 0);
    return {
      notes: notes.map(({ of, ...note }) => ({ ...note, of: nameOf(of) })),
      handovers,
      pauses,
      changes,
      names,
      contacts,
      merged: merged.map(numbered),
      repeats: repeats.map(numbered),
    };
  }

  /** Of staff and complaints; and which complaints and contacts are withheld, so that no change to or from them is told. */
  private async namesOf(ids: readonly string[], sight: Sight) {
    const values = new SqlValues();
    const asked = `= ANY (${values.add(ids, 'uuid[]')})`;
    const rows = await this.database.rows<Partial<Unnumbered> & { id: string; name: string | null; withheld: boolean }>(
      /* sql */ `
      SELECT id, name, NULL::int AS running, NULL::int AS year, false AS withheld FROM staff WHERE id ${asked}
      UNION ALL SELECT k.id, NULL, k.number, k.number_year, ${isWithheld(sight, values)} FROM complaint k WHERE k.id ${asked}
      UNION ALL SELECT c.id, NULL, NULL, NULL, ${isCustomerWithheld('c.id', sight, values)} FROM contact c WHERE c.id ${asked}`,
      values.list,
    );
    const withheld = new Set(rows.flatMap((row) => (row.withheld ? [row.id] : [])));
    const named = rows.flatMap(({ id, name, running, year }) =>
      withheld.has(id)
        ? []
        : name !== null
          ? [[id, name]]
          : running && year
            ? [[id, complaintNumber(running, year)]]
            : [],
    );
    return { names: Object.fromEntries(named) as Record<string, string>, withheld };
  }
}

function numbered<Row extends Unnumbered>({ running, year, ...rest }: Row) {
  return { ...rest, number: nameOf({ id: rest.id, running, year }).number };
}
