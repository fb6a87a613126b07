import type { ImportPreset } from '@forecall/contracts';
import { refuseCell } from './fault.js';

export type ReadNumber = (text: string, column: string) => number;

/** Numbers as the file writes them: decimal sign, and thousands in groups of three where the preset names their sign. */
export function numberReader({ decimal, thousands }: ImportPreset['file']): ReadNumber {
  const point = decimal === '.' ? '\\.' : ',';
  const group = thousands === undefined ? undefined : thousands === '.' ? '\\.' : thousands;
  const whole = group ? `(?:\\d+|\\d{1,3}(?:${group}\\d{3})+)` : '\\d+';
  const pattern = new RegExp(`^[+-]?(?:${whole}(?:${point}\\d+)?|${point}\\d+)$`);
  return (text, column) => {
    if (!pattern.test(text)) refuseCell(column, 'not-a-number', text, 'is no number');
    const plain = thousands === undefined ? text : text.replaceAll(thousands, '');
    const number = Number(decimal === ',' ? plain.replace(',', '.') : plain);
    return Number.isFinite(number) ? number : refuseCell(column, 'out-of-range', text, 'is too large a number');
  };
}
