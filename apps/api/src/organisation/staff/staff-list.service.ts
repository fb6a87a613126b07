import { Injectable } from '@nestjs/common';
import type { StaffEntry, StaffFile, StaffPage, StaffQuery } from '@forecall/contracts';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import {
  type Cursor,
  leadsOf,
  staffById,
  staffCount,
  staffPage,
  type StaffRow,
  type TeamOf,
  teamsOf,
} from './staff.query.js';

/** Who is who: the list and one person's file. */
@Injectable()
export class StaffListService {
  constructor(private readonly database: Database) {}

  async page(query: StaffQuery): Promise<StaffPage> {
    const after = query.after === undefined ? null : cursorOf(query.after);
    const [rows, total] = await Promise.all([
      staffPage(this.database, { ...query, limit: query.limit + 1 }, after),
      staffCount(this.database, query),
    ]);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const next = rows.length > shown.length && last ? textOf({ key: last.key, id: last.id }) : null;
    return { staff: await this.entries(shown), total, next };
  }

  async file(id: string): Promise<StaffFile> {
    const row = await staffById(this.database, id);
    if (!row) throw notFound('staff');
    const [memberships, leads] = await Promise.all([teamsOf(this.database, [id]), leadsOf(this.database, [id])]);
    return { ...row, memberships: memberships.map(withoutStaff), leads: leads.map(withoutStaff) };
  }

  private async entries(rows: readonly StaffRow[]): Promise<StaffEntry[]> {
    const ids = rows.map(({ id }) => id);
    const [teams, leads] = await Promise.all([teamsOf(this.database, ids), leadsOf(this.database, ids)]);
    const now = new Date().toISOString();
    return rows.map(({ id, name, externalId, email, leftOn, revision }) => ({
      ...{ id, name, externalId, email, leftOn, revision },
      ...presentAndNext(
        teams.filter(({ staffId }) => staffId === id),
        now,
      ),
      leads: leads.filter((each) => each.staffId === id && holdsAt(each, now)).map(withoutStaff),
    }));
  }
}

interface IsoPeriod {
  readonly from: string | null;
  readonly to: string | null;
}

const holdsAt = ({ from, to }: IsoPeriod, at: string) => (from === null || from <= at) && (to === null || to > at);

function withoutStaff<Row extends { staffId: string }>({ staffId: _, ...row }: Row): Omit<Row, 'staffId'> {
  return row;
}

/** `teams` come newest first. */
function presentAndNext(teams: readonly TeamOf[], now: string): Pick<StaffEntry, 'team' | 'nextTeam'> {
  const present = teams.find((team) => holdsAt(team, now));
  const next = teams.findLast(({ from }) => from !== null && from > now);
  return { team: present ? withoutStaff(present) : null, nextTeam: next ? withoutStaff(next) : null };
}

/** `next` of a page: the last row's id and what it was sorted by. */
const textOf = ({ id, key }: Cursor) => `${id}_${key}`;
const cursorOf = (text: string): Cursor => ({ id: text.slice(0, 36), key: text.slice(37) });
