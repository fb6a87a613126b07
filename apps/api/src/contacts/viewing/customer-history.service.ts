import { Injectable } from '@nestjs/common';
import type { CustomerHistory } from '@forecall/contracts';
import { complaintNumber } from '@forecall/domain';
import { isWithinReach } from '../../attribution/attribution.service.js';
import { isCustomerWithheld } from '../../complaints/complaint-sight.service.js';
import { type Reach, reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { notFound } from '../../platform/http/problem.js';
import { complaintJson, numbered, reasonJson, type UnnumberedComplaint } from './contact-json.query.js';

export type Customer = 'account' | 'person';

const shownAtMost = 20;

type PastContact = Omit<CustomerHistory['contacts'][number], 'complaint'> & { complaint: UnnumberedComplaint | null };
type OpenComplaint = Omit<CustomerHistory['openComplaints'][number], 'number'> & UnnumberedComplaint;

interface HistoryRow {
  readonly contacts: PastContact[];
  readonly openComplaints: OpenComplaint[];
  readonly lastAnswer: CustomerHistory['lastAnswer'];
}

/**
 * What happened with a customer lately, for everybody who logs contacts; notes only within reach, and nothing of a
 * complaint about who asks.
 */
@Injectable()
export class CustomerHistoryService {
  constructor(private readonly database: Database) {}

  async history(viewer: Viewer, customer: Customer, id: string): Promise<CustomerHistory> {
    const row = await this.database.first<HistoryRow>(...historySql(customer, id, reachOf(viewer)));
    if (!row) throw notFound(customer);
    return {
      lastAnswer: row.lastAnswer,
      contacts: row.contacts.map((contact) => ({ ...contact, complaint: numbered(contact.complaint) })),
      openComplaints: row.openComplaints.map(({ id: complaintId, running, year, firstReceivedAt, reason }) => ({
        ...{ id: complaintId, firstReceivedAt, reason, number: complaintNumber(running, year) },
      })),
    };
  }
}

function historySql(customer: Customer, id: string, reach: Reach): [string, unknown[]] {
  const values = new SqlValues();
  const asked = values.add(id, 'uuid');
  const isTold = (contactId: string) => `${isCustomerWithheld(contactId, reach, values)} IS NOT TRUE`;
  const ofCustomer = `c.${customer}_id = ${asked} AND ${isTold('c.id')}`;
  const text = /* sql */ `
    SELECT
      coalesce((
        SELECT json_agg(json_build_object('id', c.id, 'endedAt', c.ended_at, 'channel', c.channel, 'direction', c.direction,
            'purpose', c.purpose, 'outcome', c.outcome, 'reason', ${reasonJson}, 'resolved', c.resolved,
            'complaint', ${complaintJson}, 'note', CASE WHEN ${isWithinReach('c', reach, values)} THEN c.note END)
          ORDER BY c.ended_at DESC, c.id DESC)
        FROM (
          SELECT * FROM contact c WHERE ${ofCustomer} AND c.voided_at IS NULL ORDER BY c.ended_at DESC LIMIT ${shownAtMost}
        ) c
        LEFT JOIN reason ON reason.id = c.reason_id
        LEFT JOIN complaint k ON k.contact_id = c.id AND k.voided_at IS NULL
      ), '[]') AS contacts,
      coalesce((
        SELECT json_agg(${complaintJson}::jsonb || jsonb_build_object('firstReceivedAt', k.first_received_at, 'reason', ${reasonJson})
          ORDER BY k.first_received_at)
        FROM (
          SELECT k.*, c.reason_id FROM contact c JOIN complaint k ON k.contact_id = c.id
          WHERE ${ofCustomer} AND c.complaint_mark > 0 AND k.is_open ORDER BY k.first_received_at LIMIT ${shownAtMost}
        ) k
        LEFT JOIN reason ON reason.id = k.reason_id
      ), '[]') AS "openComplaints",
      (
        SELECT json_build_object('kind', a.kind, 'score', a.score, 'scale', a.scale, 'at', a.at,
          'about', CASE WHEN a.contact_id IS NULL THEN 'relationship' ELSE 'contact' END, 'isEntered', a.entered_how = 'by-hand',
          'text', CASE WHEN ${isWithinReach('a', reach, values)} THEN nullif(a.text, '') END)
        FROM ${customer === 'account' ? 'answer a' : 'contact c JOIN answer a ON a.contact_id = c.id'}
        WHERE ${customer === 'account' ? `a.account_id = ${asked} AND ${isTold('a.contact_id')}` : ofCustomer}
          AND a.kind <> 'item' AND a.voided_at IS NULL AND a.superseded_by IS NULL
        ORDER BY a.at DESC LIMIT 1
      ) AS "lastAnswer"
    FROM ${customer} WHERE ${customer}.id = ${asked}`;
  return [text, values.list];
}
