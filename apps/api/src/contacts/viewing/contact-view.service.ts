import { Injectable } from '@nestjs/common';
import type {
  ContactCountQuery,
  ContactDetail,
  ContactExportQuery,
  ContactFilters,
  ContactList,
  ContactQuery,
  ListCount,
} from '@forecall/contracts';
import type { FastifyReply } from 'fastify';
import { ExportService } from '../../exports/export.service.js';
import { isContactSeen, isCustomerWithheld } from '../../complaints/complaint-sight.service.js';
import { allows } from '../../platform/access/permit.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { inTime } from '../../platform/database/in-time.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { countWithCosts } from '../../platform/http/counted.js';
import { pageAfter, pageOf } from '../../platform/http/page-cursor.js';
import { notFound } from '../../platform/http/problem.js';
import { contactTable } from './contact-export.js';
import { countContacts, isNarrow, listContacts } from './contact-list.query.js';
import { briefFields, contactNames, detailFields, numbered, type UnnumberedComplaint } from './contact-json.query.js';
import { isLed, isOwnAndFresh } from '../correcting/correction-right.js';

/** A filter that few rows fit would else read years of a department. */
const lookBackMs = 28 * 86_400_000;

const lookBack = (to: string | undefined): string =>
  new Date((to === undefined ? Date.now() : Date.parse(to)) - lookBackMs).toISOString();

const fromOf = (filters: ContactFilters): string | undefined =>
  filters.from ?? (isNarrow(filters) ? undefined : lookBack(filters.to));

const unasked = { side: 'handling', voided: 'no' } as const;

/** Shows contacts to those in whose reach they are. */
@Injectable()
export class ContactViewService {
  constructor(
    private readonly database: Database,
    private readonly exports: ExportService,
  ) {}

  async list(viewer: Viewer, query: ContactQuery): Promise<ContactList> {
    const from = fromOf(query);
    const after = pageAfter(query.after);
    const found = await inTime(this.database, (sql) => listContacts(sql, { ...query, from }, reachOf(viewer), after));
    const { rows, head, next } = pageOf(found, query.limit);
    const contacts = rows.map(({ contact }) => ({ ...contact, complaint: numbered(contact.complaint) }));
    return { contacts, from: from ?? null, head, next };
  }

  /** A list of the same filters counts what it looks at: four weeks where nothing names few rows. */
  async count(viewer: Viewer, { before, ...filters }: ContactCountQuery): Promise<ListCount> {
    const reach = reachOf(viewer);
    const head = pageAfter(before, 'before');
    return inTime(this.database, async (sql) => {
      const count = (some: ContactFilters) => countContacts(sql, { ...some, from: fromOf(some) }, reach, head);
      return head ? { ...(await count(filters)), without: [] } : countWithCosts(filters, unasked, count);
    });
  }

  /** As far back as the list goes. */
  async export(viewer: Viewer, { format, locale, ...filters }: ContactExportQuery, reply: FastifyReply): Promise<void> {
    const table = contactTable({ ...filters, from: fromOf(filters) }, reachOf(viewer));
    await this.exports.send(viewer, { format, locale }, table, reply);
  }

  /** What is out of reach is not there. */
  async one(viewer: Viewer, id: string): Promise<ContactDetail> {
    const values = new SqlValues();
    const reach = reachOf(viewer);
    const where = `c.id = ${values.add(id, 'uuid')} AND ${isContactSeen('c', reach, values)}`;
    const withheldOf = (contactId: string) => isCustomerWithheld(contactId, reach, values);
    const mayCorrect = allows(viewer, 'contact.correct')
      ? `c.voided_at IS NULL AND NOT ${withheldOf('c.id')} AND (${isLed('c', reach, values)} OR ${isOwnAndFresh('c', reach, values)})`
      : 'false';
    const row = await this.database.first<{
      contact: Omit<ContactDetail, 'complaint'> & { complaint: UnnumberedComplaint | null };
    }>(
      /* sql */ `
      SELECT (json_build_object(${briefFields(withheldOf('c.id'))})::jsonb
        || json_build_object(${detailFields(withheldOf)}, 'mayCorrect', ${mayCorrect})::jsonb) AS contact
      FROM contact c ${contactNames}
      LEFT JOIN staff supervisor ON supervisor.id = c.supervisor_id
      LEFT JOIN staff caring ON caring.id = c.rep_in_care_id
      WHERE ${where}`,
      values.list,
    );
    if (!row) throw notFound('contact');
    return { ...row.contact, complaint: numbered(row.contact.complaint) };
  }
}
