import { createHash } from 'node:crypto';
import type { ImportPreset } from '@forecall/contracts';
import { answerReader } from './answer-reader.js';
import { Attempt } from './attempt.js';
import { attributesReader } from './attributes.js';
import { CellReader, type Cells } from './cells.js';
import { complaintReader } from './complaint-reader.js';
import { contactReader } from './contact-reader.js';
import type { Attributes, ContactDraft, RowDraft } from './draft.js';
import { type RowFault, shownValue } from './fault.js';
import type { Header } from './header.js';
import { MomentReader } from './moment.js';
import {
  accountReader,
  personReader,
  reasonPartReader,
  revenueReader,
  staffReader,
  unitPartReader,
} from './parts-reader.js';
import type { FileRecord, UnreadableCell } from './records.js';

export type ReadRow =
  | { readonly kind: 'taken'; readonly line: number; readonly draft: RowDraft; readonly sha256: Buffer }
  | { readonly kind: 'left-out'; readonly line: number; readonly why: string }
  | { readonly kind: 'refused'; readonly line: number; readonly faults: readonly RowFault[] };

/**
 * Makes a preset into a reader of rows. What the file's header cannot give is refused here, before any row is read.
 * A row that cannot be read as the preset says is refused with all that is wrong with it; nothing is guessed.
 */
export function rowReader(
  preset: ImportPreset,
  header: Header,
  companyZone: string,
): (record: FileRecord, now: number) => ReadRow {
  const cells = new CellReader(header, preset);
  const moments = new MomentReader(cells, preset, companyZone);
  const by = { cells, moments };
  const leaveOut = preset.leaveOut.map(({ when, why }, index) => ({
    holds: cells.condition(when, `leaveOut.${index}.when`),
    why,
  }));
  const unit = unitPartReader(preset.unit, by);
  const staff = staffReader(preset, by);
  const reason = reasonPartReader(preset, by);
  const account = accountReader(preset, by);
  const person = personReader(preset, by);
  const contact = contactWhole(preset, by);
  const accountAnswers = preset.accountAnswers.map((answer, n) => answerReader(answer, by, `accountAnswers.${n}`));
  const revenue = revenueReader(preset, by);
  const attributes = attributesReader(preset.attributes, by);

  return ({ line, cells: row, isMisquoted, unreadable }, now) => {
    const attempt = new Attempt();
    const shapeFault = faultOfShape(row, header.names, isMisquoted);
    if (shapeFault) return { kind: 'refused', line, faults: [shapeFault] };
    if (unreadable) return { kind: 'refused', line, faults: unreadable.map((cell) => faultOfCell(cell, header)) };

    const left = attempt.read(() => leaveOut.find(({ holds }) => holds(row)));
    if (left) return { kind: 'left-out', line, why: left.why };
    const kept = attempt.read(() => attributes(row)) ?? {};
    const told = attempt.read(() => account(row)) ?? null;
    const draft: RowDraft = {
      unit: attempt.read(() => unit(row)) ?? null,
      staff: attempt.read(() => staff(row)) ?? null,
      reason: attempt.read(() => reason(row)) ?? null,
      account: told && preset.contact === undefined ? { ...told, attributes: { ...kept, ...told.attributes } } : told,
      person: attempt.read(() => person(row)) ?? null,
      contact: contact(row, attempt, now, kept),
      accountAnswers: accountAnswers.flatMap((read) => attempt.read(() => read(row, null)) ?? []),
      revenue: attempt.read(() => revenue(row)) ?? null,
    };
    if (attempt.faults.length > 0) return { kind: 'refused', line, faults: attempt.faults };
    return isSomething(draft)
      ? { kind: 'taken', line, draft, sha256: createHash('sha256').update(JSON.stringify(row)).digest() }
      : { kind: 'left-out', line, why: nothingOnIt };
  };
}

/** Why a row is left out that no part of the preset finds anything on. */
const nothingOnIt = 'nothing on it';

const isSomething = ({ unit: _unit, accountAnswers, ...parts }: RowDraft): boolean =>
  accountAnswers.length > 0 || Object.values(parts).some((part) => part !== null);

/** The contact with its answers and complaint; null where the row is none, or the attempt has noted what is wrong. */
function contactWhole(
  { contact: preset, answers, complaint }: ImportPreset,
  by: { readonly cells: CellReader; readonly moments: MomentReader },
): (row: Cells, attempt: Attempt, now: number, attributes: Attributes) => ContactDraft | null {
  if (!preset) return () => null;
  const isContact = preset.when ? by.cells.condition(preset.when, 'contact.when') : () => true;
  const contact = contactReader(preset, by);
  const answerReaders = answers.map((answer, n) => answerReader(answer, by, `answers.${n}`));
  const complained = complaint && complaintReader(complaint, by);
  return (row, attempt, now, attributes) => {
    if (attempt.read(() => isContact(row)) !== true) return null;
    const told = contact(row, attempt, now);
    // Also without a sound contact: the row is refused with everything that is wrong with it.
    const given = answerReaders.flatMap((read) => attempt.read(() => read(row, told?.endedAt ?? 0)) ?? []);
    if (!told) return null;
    return {
      ...{ ...told, attributes, answers: given },
      complaint: attempt.read(() => complained?.(row, told, now)) ?? null,
    };
  };
}

const faultOfCell = ({ place, ...fault }: UnreadableCell, { names }: Header): RowFault => ({
  ...fault,
  value: shownValue(fault.value),
  column: names[place] || null,
});

function faultOfShape(row: readonly string[], names: readonly string[], isMisquoted: boolean): RowFault | undefined {
  if (isMisquoted) {
    const message = 'the row has quotation marks where none may stand';
    return { column: null, code: 'misquoted', value: '', message };
  }
  // Delimiters at the end of a row add blank columns that the header does not name.
  const expected = names.length;
  // So they do at the end of a header, and then rows may lack them.
  const needed = names.findLastIndex((name) => name !== '') + 1;
  const isWhole = row.length >= needed && row.slice(expected).every((cell) => cell.trim() === '');
  if (isWhole) return undefined;
  const message = `the row has ${row.length} columns, the header ${expected}`;
  const values = { expected };
  return { column: null, code: 'wrong-column-count', value: String(row.length), message, rule: 'columns', values };
}
