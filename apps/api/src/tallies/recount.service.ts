import { Injectable } from '@nestjs/common';
import type { Sql } from '../platform/database/database.js';
import { rebuildTallies } from './rebuild.js';

/** Counts every tally anew, as a part of what makes that necessary: no figure is ever seen in between. */
@Injectable()
export class RecountService {
  recount(sql: Sql): Promise<void> {
    return rebuildTallies((text, values) => sql.rows(text, values ?? []));
  }
}
