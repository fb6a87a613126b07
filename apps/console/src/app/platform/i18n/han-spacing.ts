import { Service } from '@angular/core';
import { DefaultTranspiler, type TranspileParams } from '@jsverse/transloco';
import type { TextValues } from './texts.js';

const placeholder = /\{\{\s*([\w.-]+)\s*\}\}/gu;
const isHan = /^\p{Script=Han}$/u;
const isLatin = /^[\p{Script=Latin}\p{Nd}%]$/u;
const isDigit = /^\p{Nd}$/u;
/** 2026年11月3日: nothing stands between the parts of a date. */
const isDatePart = /^[年月日号]$/u;

/**
 * A text with its values put in, as Chinese is set: one space where a Latin name or a number of a value meets a Han
 * character of the text, or the other way round, and none inside dates. Whether a name is Latin is known only here.
 * Spaces that stand in the text stay.
 */
export function putIn(text: string, values: Readonly<TextValues>): string {
  let out = '';
  let read = 0;
  for (const { 0: whole, 1: name = '', index } of text.matchAll(placeholder)) {
    out = joined(out, text.slice(read, index));
    out = joined(out, String(values[name] ?? ''));
    read = index + whole.length;
  }
  return joined(out, text.slice(read));
}

function joined(before: string, after: string): string {
  const [last, first] = [[...before.slice(-2)].at(-1) ?? '', [...after.slice(0, 2)][0] ?? ''];
  return areApart(last, first) || areApart(first, last) ? `${before} ${after}` : before + after;
}

const areApart = (one: string, other: string): boolean =>
  isHan.test(one) && isLatin.test(other) && !(isDatePart.test(one) && isDigit.test(other));

/** Puts values into texts; into those with Han characters as Chinese is set. */
@Service({ autoProvided: false })
export class HanSpacing extends DefaultTranspiler {
  override transpile(told: TranspileParams): unknown {
    const { value, params } = told;
    if (typeof value !== 'string' || params === undefined || !/\p{Script=Han}/u.test(value))
      return super.transpile(told);
    return putIn(value, params);
  }
}
