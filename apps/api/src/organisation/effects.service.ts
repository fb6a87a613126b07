import { Injectable } from '@nestjs/common';
import type { Effects, EffectsQuery } from '@forecall/contracts';
import { startOfDay } from '@forecall/domain';
import { Database } from '../platform/database/database.js';
import { notFound } from '../platform/http/problem.js';
import { effectsSince } from './effects.query.js';
import { settings } from './units/structure.query.js';

@Injectable()
export class EffectsService {
  constructor(private readonly database: Database) {}

  async since({ of, id, from }: EffectsQuery): Promise<Effects> {
    const organisation = await settings(this.database);
    if (!organisation) throw notFound('organisation');
    return effectsSince(this.database, of, id, startOfDay(from, organisation.zone));
  }
}
