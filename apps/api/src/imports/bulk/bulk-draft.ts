import type { BulkComplaint, BulkContact } from '@forecall/contracts';
import { complaintFoundByUs } from '@forecall/domain';
import type { ComplaintDraft, ContactDraft, NamedKey, RowDraft } from '../reading/draft.js';

/** A row of the API as an import would have read it from a file; no program of a source knows ids of ours. */
export function draftOf(row: BulkContact | BulkComplaint): RowDraft {
  const contact: ContactDraft = {
    externalId: row.externalId,
    ...{ channel: row.channel, direction: row.direction, purpose: row.purpose, outcome: row.outcome },
    ...{ startedAt: Date.parse(row.startedAt), endedAt: Date.parse(row.endedAt) },
    ...{ waitSeconds: row.waitSeconds, talkSeconds: row.talkSeconds, holdSeconds: row.holdSeconds },
    ...{ wrapSeconds: row.wrapSeconds, rep: named(row.rep), reason: row.reason, account: named(row.account) },
    ...{ resolved: row.resolved, note: row.note, answers: [] },
    attributes: Object.fromEntries(
      Object.entries(row.attributes).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
    complaint: 'complaint' in row ? complaintOf(row) : null,
  };
  return {
    ...{ contact, unit: null, staff: null, reason: null, account: null, person: null },
    ...{ accountAnswers: [], revenue: null },
  };
}

function complaintOf(row: BulkComplaint): ComplaintDraft {
  const { complaint } = row;
  const facts = { ...row, startedAt: Date.parse(row.startedAt), endedAt: Date.parse(row.endedAt) };
  return {
    receivedAt: complaint.receivedAt === undefined ? facts.startedAt : Date.parse(complaint.receivedAt),
    ...{ summary: complaint.summary, remedySought: complaint.remedySought, remedyGiven: complaint.remedyGiven },
    ...{ severity: complaint.severity, decision: complaint.decision, closing: complaint.closing },
    foundByUs: complaintFoundByUs(facts, complaint.foundByUs) ?? false,
    repConcerned: named(complaint.repConcerned),
    steps: complaint.steps.map(({ step, at, note, skippedReason }) => ({
      ...{ step, at: Date.parse(at), note, skippedReason },
    })),
  };
}

const named = (key: string | null): NamedKey | null => (key === null ? null : { key, name: key });
