import {
  attributeNamePattern,
  type DetectionQuery,
  type ImportColumn,
  type ImportDetection,
  importEncodings,
} from '@forecall/contracts';
import { scales, type AnswerKind, type Target } from './targets.js';
import { at, put, textOf, wordsOf, type Definition } from './definition.js';

/** Of a column nobody has looked into: one that only a preset speaks of. */
export const unknownColumn = (name: string): ImportColumn => ({
  name,
  kind: 'text',
  momentFormats: [],
  isAmbiguous: false,
  durationForms: [],
  yesWords: [],
  noWords: [],
  words: [],
  isUnique: false,
  blankShare: 0,
  hasZerosAndBlanks: false,
  samples: [],
});

/** The form of a file as it was detected. */
export function fileOf(detection: ImportDetection): Definition {
  const { format, sheet, delimiter, encoding, quote, skipLines, hasHeader, missing, decimal, thousands } = detection;
  return {
    format,
    ...(format === 'xlsx' && sheet !== null && { sheet }),
    ...(format === 'csv' && { delimiter: delimiter ?? ',', encoding: encoding?.name ?? 'utf-8', quote }),
    ...(skipLines > 0 && { skipLines }),
    ...(!hasHeader && { columns: detection.columns.map(({ name }) => name) }),
    ...(missing.length > 0 && { missing }),
    ...(decimal !== '.' && { decimal }),
    ...(thousands !== null && { thousands }),
  };
}

/** A preset that says of a file only how it is written, and that its rows are contacts by phone. */
export function blankDefinition(detection: ImportDetection, zone: string, name: string): Definition {
  return {
    ...{ name: slugOf(name), title: name, source: slugOf(name) },
    ...(detection.hasHeader && {
      recognises: {
        columns: detection.columns.map((column) => column.name).filter((one) => !/^Column \d+$/.test(one)),
      },
    }),
    ...{ file: fileOf(detection), zone, unit: { department: '', team: '' } },
    contact: { channel: 'phone', direction: 'in', purpose: 'service', outcome: 'handled' },
    attributes: { others: 'keep', leave: [], fields: {} },
  };
}

/** Kebab-case of a file's name; where nothing of it is left, "file". */
export const slugOf = (name: string): string =>
  name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60) || 'file';

/**
 * How a field reads a column, as far as the column's cells tell. A date is told with its time of day where one other of
 * the `columns` has times alone.
 */
export function sourceFrom(
  { id, kind, members }: Target,
  column: ImportColumn,
  columns: readonly ImportColumn[] = [],
): unknown {
  const { name } = column;
  switch (kind) {
    case 'moment':
      return momentFrom(column, columns);
    case 'duration':
      return { column: name, as: column.durationForms[0] ?? 'seconds' };
    case 'choice':
      return { column: name, words: wordsFrom(members, column) };
    case 'yes-no':
      return { column: name, yes: column.yesWords, no: column.noWords };
    case 'staff':
      return { column: name, by: byOf(column) };
    case 'account':
      return { column: name, by: byOf(column), missing: 'make' };
    case 'reason':
      return { columns: [name] };
    case 'score':
      return scoreFrom((id.split('.')[1] ?? 'csat') as AnswerKind, column);
    case 'text':
    case 'unit':
    case 'amount':
      return { column: name };
  }
}

const byOf = ({ kind }: ImportColumn): 'name' | 'number' => (kind === 'id' || kind === 'number' ? 'number' : 'name');

export const hasDate = (format: string): boolean => /[YD]|epoch/.test(format);
export const hasTime = (format: string): boolean => /[Hh]|epoch/.test(format);

function momentFrom({ name, momentFormats }: ImportColumn, columns: readonly ImportColumn[]): unknown {
  const format = momentFormats[0] ?? 'YYYY-MM-DD HH:mm:ss';
  if (!hasTime(format)) {
    const times = columns.flatMap((one) => {
      const time = one.momentFormats.find((other) => hasTime(other) && !hasDate(other));
      return time === undefined ? [] : [{ column: one.name, format: time }];
    });
    const [time] = times;
    return { date: { column: name, format }, ...(time && times.length === 1 && { time }) };
  }
  return hasDate(format) ? { column: name, format } : { time: { column: name, format } };
}

/** Words of other programs for ours. */
const synonyms: Readonly<Record<string, RegExp>> = {
  phone: /^(tele)?phone|call|voice/,
  email: /mail/,
  chat: /chat/,
  message: /message|sms|whatsapp|wechat/,
  visit: /visit|branch|counter/,
  letter: /letter|post|fax/,
  form: /form|web/,
  in: /^in(bound|coming)?$/,
  out: /^out(bound|going)?$/,
  handled: /^(handled|answered|agent|connected|yes|y)$/,
  'abandoned-in-queue': /aband|hang|lost|missed|^(no|n)$/,
  'not-reached': /not reached|no answer|unanswered/,
};

/** Their words for ours where there can be no doubt; the others are left to whoever fills in the form. */
function wordsFrom(members: readonly string[], { words }: ImportColumn): Record<string, string> {
  const known = words.flatMap(({ word }) => {
    const told = word.toLowerCase();
    const found = members.filter((member) => member === told || synonyms[member]?.test(told) === true);
    return found.length === 1 ? [[word, found[0] ?? '']] : [];
  });
  return Object.fromEntries(known) as Record<string, string>;
}

function scoreFrom(kind: AnswerKind, { name, words, samples }: ImportColumn): unknown {
  const scores = [...words.map(({ word }) => word), ...samples].map(Number);
  const scale = scores.some((score) => score > scales[kind]) ? 11 : scales[kind];
  return { kind, scale, score: { column: name } };
}

/** As an attribute: what it is called, and as what its cells are kept. */
export function attributeFrom(column: ImportColumn): [name: string, source: unknown] {
  const { name, kind, momentFormats, yesWords, noWords } = column;
  const called = [...name]
    .filter((sign) => /[\p{L}\p{N} _.()/-]/u.test(sign))
    .join('')
    .trim()
    .slice(0, 80);
  const format = momentFormats[0];
  const source =
    kind === 'number'
      ? { column: name, as: 'number' }
      : kind === 'yes-no'
        ? { column: name, as: 'yes-no', yes: yesWords, no: noWords }
        : kind === 'moment' && format !== undefined && !hasTime(format)
          ? { column: name, as: 'date', format }
          : { column: name, as: 'text' };
  return [attributeNamePattern.test(called) ? called : 'value', source];
}

/** What the file's columns are called, in a preset that was made for it, follows what was said of how it is written. */
export function fittedTo(definition: Definition, { hasHeader, columns }: ImportDetection): Definition {
  const names = columns.map(({ name }) => name);
  const recognised = wordsOf(at(definition, ['recognises', 'columns']));
  const known = recognised.every((name) => names.includes(name));
  const headed = put(definition, ['file', 'columns'], hasHeader ? undefined : names);
  if (known && hasHeader === recognised.length > 0) return headed;
  return put(headed, ['recognises'], hasHeader ? { columns: names } : undefined);
}

/** What somebody has said of the form of a file, other than what was detected. */
export function saidOf(definition: Definition, detected: ImportDetection): DetectionQuery {
  const file = definition['file'];
  const said = (key: string) => textOf(at(file, [key]));
  const [sheet, encoding, delimiter] = [said('sheet'), said('encoding'), said('delimiter')];
  const skipLines = Number(at(file, ['skipLines']) ?? 0);
  const hasHeader = at(file, ['columns']) === undefined;
  return {
    ...(detected.format === 'xlsx' && sheet !== '' && sheet !== detected.sheet && { sheet }),
    ...(detected.format === 'csv' && {
      ...(encoding !== '' && encoding !== detected.encoding?.name && encodingOf(encoding)),
      ...(delimiter.length === 1 && delimiter !== detected.delimiter && { delimiter }),
    }),
    ...(skipLines !== detected.skipLines && { skipLines }),
    ...(hasHeader !== detected.hasHeader && { header: hasHeader ? ('yes' as const) : ('no' as const) }),
  };
}

function encodingOf(name: string): DetectionQuery {
  const encoding = importEncodings.find((one) => one === name);
  return encoding ? { encoding } : {};
}
