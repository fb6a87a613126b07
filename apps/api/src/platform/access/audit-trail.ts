import { Injectable } from '@nestjs/common';
import type { AuditAct } from '@forecall/contracts';
import type { Sql } from '../database/database.js';
import type { Viewer } from './viewer.js';

/** Who did it: a viewer, or the program itself (first run, import from the command line). */
export type Actor = Pick<Viewer, 'name' | 'address'> & { readonly signInId: string | null };

export interface AuditedAct {
  readonly act: AuditAct;
  /** The table's name. */
  readonly entity: string;
  readonly id: string;
  /** The name it had at that time, for a reader. */
  readonly name: string;
  /** The fields that changed, never a secret. */
  readonly before?: object | null;
  readonly after?: object | null;
  /** Which rows it made and ended, by which whoever did it may take it back. Shown to nobody. */
  readonly undo?: object | null;
}

/** The record of administrative acts. It is written in the transaction of the act: both are there, or neither. */
@Injectable()
export class AuditTrail {
  async record(sql: Sql, by: Actor, { act, entity, id, name, before, after, undo }: AuditedAct): Promise<void> {
    await sql.change(
      /* sql */ `
      INSERT INTO audit_entry (by_sign_in_id, by_name, from_address, act, entity, entity_id, entity_name, before, after,
        undo) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [by.signInId, by.name, by.address, act, entity, id, name, json(before), json(after), json(undo)],
    );
  }
}

const json = (value: object | null | undefined): string | null => (value ? JSON.stringify(value) : null);
