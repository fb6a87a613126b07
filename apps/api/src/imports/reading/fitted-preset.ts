import type { ImportPreset, MomentFormat } from '@forecall/contracts';
import { detectFile } from '../detecting/detect-file.js';
import { isMended, mendedFile } from './mended-form.js';
import { momentForms } from './moment-form.js';
import { signatureOfFile } from './signature.js';

/**
 * The preset as this file needs it. A table is the same as a workbook and as text: a preset that says by which columns
 * it knows its files (`recognises`) takes them as either. A file of refused rows that has been mended is text, whatever
 * the file was like that they came from.
 */
export async function fittedPreset(path: string, preset: ImportPreset): Promise<ImportPreset> {
  const { file } = preset;
  if (await isMended(path)) return otherwiseWritten(preset, { ...mendedFile, columns: undefined });
  const signature = await signatureOfFile(path);
  const format = signature === 'zip' ? 'xlsx' : 'csv';
  if (!preset.recognises || signature === 'ole' || format === file.format) return preset;
  return otherwiseWritten(preset, format === 'xlsx' ? { format } : { format, ...(await textForm(path)) });
}

const otherwiseWritten = (preset: ImportPreset, file: Partial<ImportPreset['file']>): ImportPreset => ({
  ...withWorkbookForms(preset),
  file: { ...preset.file, ...file, sheet: undefined },
});

/** How a text is parted. What it holds is not guessed: numbers are written as the preset says. */
async function textForm(path: string): Promise<Partial<ImportPreset['file']>> {
  const { encoding, delimiter, quote } = await detectFile(path);
  return {
    ...(encoding && encoding.sureness !== 'guess' && { encoding: encoding.name }),
    ...(delimiter !== null && { delimiter }),
    quote,
  };
}

/** As dates and times of a workbook are read, with one of each. */
const workbookForms = [
  ['YYYY-MM-DD', '2026-01-02'],
  ['YYYY-MM-DDTHH:mm:ss', '2026-01-02T03:04:05'],
  ['HH:mm:ss', '03:04:05'],
] as const;

/** What is said of a column by its own words. */
const ofWords: ReadonlySet<string> = new Set(['file', 'recognises', 'leaveOut', 'missing', 'when', 'words']);

/** Every moment also in the forms of workbooks, but where the preset reads something else in these. */
function withWorkbookForms<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: unknown) => withWorkbookForms(one)) as Value;
  const isOfColumn = 'column' in value;
  const entries = Object.entries(value).map(([key, one]: [string, unknown]) => {
    if (key === 'format' && isOfColumn) return [key, withForms(one as MomentFormat)];
    return [key, ofWords.has(key) ? one : withWorkbookForms(one)];
  });
  return Object.fromEntries(entries) as Value;
}

function withForms(format: MomentFormat): MomentFormat {
  const read = momentForms(format);
  const more = workbookForms.flatMap(([form, example]) => (read(example) ? [] : [form]));
  return [...[format].flat(), ...more];
}
