import { Injectable } from '@nestjs/common';
import type { ComplaintName, ComplaintReceived, ReceiveComplaint } from '@forecall/contracts';
import { complaintFoundByUs, complaintNumber, type ContactFacts } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database, type Sql } from '../platform/database/database.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { badRequest, conflict, notFound } from '../platform/http/problem.js';
import { ClockDutiesService } from './clocks/clock-duties.service.js';
import { linkRefusal } from './complaint-refusal.js';
import { reviseComplaint } from './complaint-row.query.js';
import { isContactSeen } from './complaint-sight.service.js';
import { insertComplaint, linkFault, type NewComplaint } from './receive-complaint.query.js';

type Receiving = Pick<ContactFacts, 'direction' | 'purpose' | 'outcome'>;

/** Receives complaints: with their contact, or later from one. */
@Injectable()
export class ComplaintService {
  constructor(
    private readonly database: Database,
    private readonly clockDuties: ClockDutiesService,
  ) {}

  /**
   * Within the transaction that stored the contact. `under`: where the complaint lies in the body. `viewer` null: it came
   * from the customer by itself, and is linked to nothing.
   */
  async receive(
    sql: Sql,
    viewer: Viewer | null,
    contact: Receiving & { readonly id: string },
    told: ReceiveComplaint,
    under = 'complaint.',
  ): Promise<ComplaintName> {
    const foundByUs = complaintFoundByUs(contact, told.foundByUs);
    if (foundByUs === undefined) throw contactWithoutComplaint();
    if (told.ownerId && told.ownerId === told.repConcernedId) throw linkRefusal('handed-to-concerned', under);
    const complaint: NewComplaint = {
      ...told,
      id: uuid(),
      contactId: contact.id,
      receivedAt: told.receivedAt ?? null,
      ownerId: told.ownerId ?? null,
      foundByUs,
      createdBy: viewer?.signInId ?? null,
    };
    const fault = await linkFault(sql, complaint, viewer ? reachOf(viewer) : nobody);
    if (fault) throw linkRefusal(fault, under);
    const { running, year } = await insertComplaint(sql, complaint);
    await this.clockDuties.follow(sql, complaint.id, complaint.createdBy);
    return { id: complaint.id, number: complaintNumber(running, year) };
  }

  /** The complaint that a contact received, for the answer to a retry. */
  async ofContact(sql: Sql, contactId: string): Promise<ComplaintName | null> {
    const row = await sql.first<{ id: string; running: number; year: number }>(
      `SELECT k.id, k.number AS running, k.number_year AS year FROM complaint k WHERE k.contact_id = $1`,
      [contactId],
    );
    return row ? { id: row.id, number: complaintNumber(row.running, row.year) } : null;
  }

  /** Voids the complaint that a contact received, with it. False where somebody has worked on it. */
  async undo(sql: Sql, contactId: string, by: { readonly signInId: string; readonly why: string }): Promise<boolean> {
    const complaint = await sql.first<{ id: string; isUntouched: boolean }>(
      `SELECT k.id, k.revision = 1 AND NOT EXISTS (
         SELECT FROM complaint_step s WHERE s.complaint_id = k.id AND s.step <> 'received') AS "isUntouched"
       FROM complaint k WHERE k.contact_id = $1 AND k.voided_at IS NULL FOR UPDATE`,
      [contactId],
    );
    if (complaint?.isUntouched)
      await reviseComplaint(sql, complaint.id, { voided_at: new Date(), void_reason: by.why }, by);
    return complaint?.isUntouched ?? true;
  }

  /** Makes a contact that is there already the receiving one of a complaint. */
  receiveLater(viewer: Viewer, contactId: string, told: ReceiveComplaint): Promise<ComplaintReceived> {
    return this.database.transaction(async (sql) => {
      const values = new SqlValues();
      const contact = await sql.first<Receiving & { isVoided: boolean }>(
        `SELECT c.direction, c.purpose, c.outcome, c.voided_at IS NOT NULL AS "isVoided"
         FROM contact c WHERE c.id = ${values.add(contactId, 'uuid')} AND ${isContactSeen('c', reachOf(viewer), values)}
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

/** Sees nothing; of nobody's complaints. */
const nobody = { everything: false, staffId: '00000000-0000-0000-0000-000000000000' } as const;
