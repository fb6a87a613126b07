import type { Problem } from '@forecall/contracts';
import type { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { faultsInPromise, injectPromiseFaultTexts, type PromiseFaults } from '../../promises/index.js';
import { type Entry, type EntryField, fieldAt, missingIn } from './entry.js';

type EntryFaults = Partial<Record<EntryField, string>>;

/** What the server says of the fields that the form shows, in words. */
export const namedFaults = (problem: Problem, texts: ProblemTexts): [EntryField, string][] =>
  (problem.fields ?? []).flatMap(({ path }) => {
    const field = fieldAt(path);
    const text = texts.ofField(problem, path);
    return field && text ? [[field, text]] : [];
  });

/** In a component's field: what is missing or wrong before it is sent, in words; the promise at the moment of `on`. */
export function injectEntryFaults(): (
  entry: Entry,
  on: { readonly zone: string; readonly now: Date },
) => [EntryField, string][] {
  const t = injectTexts();
  const ofPromise = injectPromiseFaultTexts();
  return (entry, on) => [
    ...missingIn(entry).map((field): [EntryField, string] => [field, t(`desk.fault.${field}`)]),
    ...Object.entries(ofPromise(faultsInPromise(entry.promise, on))).map(([field, text]): [EntryField, string] => [
      `promise.${field}` as EntryField,
      text,
    ]),
  ];
}

/** Those of the promise, by its own fields. */
export const promiseFaultsIn = (faults: EntryFaults): PromiseFaults =>
  Object.fromEntries(
    Object.entries(faults).flatMap(([field, text]) => (field.startsWith('promise.') ? [[field.slice(8), text]] : [])),
  );

/** What was changed is not known to be wrong any more. */
export const withoutFaultsOf = (faults: EntryFaults, changes: Partial<Entry>): EntryFaults =>
  Object.fromEntries(Object.entries(faults).filter(([field]) => !((field.split('.')[0] ?? field) in changes)));
