import { Injectable } from '@nestjs/common';
import type { ComplaintName, ComplaintReceived, ReceiveComplaint } from '@forecall/contracts';
import { complaintFoundByUs, complaintNumber, type ContactFacts } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { isWithinReach } from '../attribution/attribution.service.js';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database, type Sql } from '../platform/database/database.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { badRequest, conflict, notFound } from '../platform/http/problem.js';
import { linkRefusal } from './complaint-refusal.js';
import { insertComplaint, linkFault, type NewComplaint, receivedYear } from './receive-complaint.query.js';

type Receiving = Pick<ContactFacts, 'direction' | 'purpose' | 'outcome'>;

/** Receives complaints: with their contact, or later from one. */
@Injectable()
export class ComplaintService {
  constructor(private readonly database: Database) {}

  /** Within the transaction that stored the contact. `under`: where the complaint lies in the body. */
  async receive(
    sql: Sql,
    viewer: { readonly signInId: string | null },
    contact: Receiving & { readonly id: string },
    told: ReceiveComplaint,
    under = 'complaint.',
  ): Promise<ComplaintName> {
    const foundByUs = complaintFoundByUs(contact, told.foundByUs);
    if (foundByUs === undefined) throw contactWithoutComplaint();
    const complaint: NewComplaint = {
      ...told,
      id: uuid(),
      contactId: contact.id,
      receivedAt: told.receivedAt ?? null,
      ownerId: told.ownerId ?? null,
      foundByUs,
      createdBy: viewer.signInId,
    };
    const fault = await linkFault(sql, complaint);
    if (fault) throw linkRefusal(fault, under);
    const { running, year } = await insertComplaint(sql, complaint);
    return { id: complaint.id, number: complaintNumber(running, year) };
  }

  /** The complaint that a contact received, for the answer to a retry. */
  async ofContact(sql: Sql, contactId: string): Promise<ComplaintName | null> {
    const row = await sql.first<{ id: string; running: number; year: number }>(
      `SELECT k.id, k.number AS running, ${receivedYear('k')} AS year FROM complaint k WHERE k.contact_id = $1`,
      [contactId],
    );
    return row ? { id: row.id, number: complaintNumber(row.running, row.year) } : null;
  }

  /** Makes a contact that is there already the receiving one of a complaint. */
  receiveLater(viewer: Viewer, contactId: string, told: ReceiveComplaint): Promise<ComplaintReceived> {
    return this.database.transaction(async (sql) => {
      const values = new SqlValues();
      const contact = await sql.first<Receiving & { isVoided: boolean }>(
        `SELECT c.direction, c.purpose, c.outcome, c.voided_at IS NOT NULL AS "isVoided"
         FROM contact c WHERE c.id = ${values.add(contactId, 'uuid')} AND ${isWithinReach('c', reachOf(viewer), values)}
         FOR UPDATE`,
        values.list,
      );
      if (!contact) throw notFound('contact');
      if (contact.isVoided) throw conflict('voided', 'The contact is voided.');
      const present = await this.ofContact(sql, contactId);
      if (present)
        throw conflict('complaint-exists', `The contact has received ${present.number} already.`, {
          values: { number: present.number },
        });
      const received = await this.receive(sql, viewer, { ...contact, id: contactId }, told, '');
      return { ...received, contactId };
    });
  }
}

const contactWithoutComplaint = () =>
  badRequest('contact-without-complaint', 'This contact cannot receive such a complaint.');
