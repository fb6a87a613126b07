import { createHash } from 'node:crypto';
import type { Preset } from '../preset/preset.js';
import { answerReader } from './answer-reader.js';
import { Attempt } from './attempt.js';
import { attributesReader } from './attributes.js';
import { CellReader } from './cells.js';
import { complaintReader } from './complaint-reader.js';
import { contactReader } from './contact-reader.js';
import type { ContactDraft } from './draft.js';
import { type RowFault, shownValue } from './fault.js';
import type { Header } from './header.js';
import { MomentReader } from './moment.js';
import type { FileRecord, UnreadableCell } from './records.js';

export type ReadRow =
  | { readonly kind: 'taken'; readonly line: number; readonly draft: ContactDraft; readonly sha256: Buffer }
  | { readonly kind: 'left-out'; readonly line: number; readonly why: string }
  | { readonly kind: 'refused'; readonly line: number; readonly faults: readonly RowFault[] };

/**
 * Makes a preset into a reader of rows. What the file's header cannot give is refused here, before any row is read.
 * A row that cannot be read as the preset says is refused with all that is wrong with it; nothing is guessed.
 */
export function rowReader(preset: Preset, header: Header): (record: FileRecord, now: number) => ReadRow {
  const cells = new CellReader(header, preset);
  const moments = new MomentReader(cells, preset);
  const by = { cells, moments };
  const leaveOut = preset.leaveOut.map(({ when, why }, index) => ({
    holds: cells.condition(when, `leaveOut.${index}.when`),
    why,
  }));
  const contact = contactReader(preset, by);
  const answers = preset.answers.map((answer, index) => answerReader(answer, by, `answers.${index}`));
  const complaint = preset.complaint && complaintReader(preset.complaint, by);
  const attributes = attributesReader(preset.attributes, cells);

  return ({ line, cells: row, isMisquoted, unreadable }, now) => {
    const attempt = new Attempt();
    const refused = (): ReadRow => ({ kind: 'refused', line, faults: attempt.faults });
    const shapeFault = faultOfShape(row, header.names, isMisquoted);
    if (shapeFault) return { kind: 'refused', line, faults: [shapeFault] };
    if (unreadable) return { kind: 'refused', line, faults: unreadable.map((cell) => faultOfCell(cell, header)) };

    const left = attempt.read(() => leaveOut.find(({ holds }) => holds(row)));
    if (left) return { kind: 'left-out', line, why: left.why };
    const told = contact(row, attempt, now);
    const kept = attempt.read(() => attributes(row));
    if (!told) return refused();
    const given = answers.flatMap((read) => attempt.read(() => read(row, told)) ?? []);
    const complained = attempt.read(() => complaint?.(row, told) ?? null);
    if (attempt.faults.length > 0) return refused();
    const draft = { ...told, attributes: kept ?? {}, answers: given, complaint: complained ?? null };
    return { kind: 'taken', line, draft, sha256: createHash('sha256').update(JSON.stringify(row)).digest() };
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
  return { column: null, code: 'wrong-column-count', value: String(row.length), message };
}
