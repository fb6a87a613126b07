/** The parts of a local date and time; what a form lacks is undefined. */
export interface MomentParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly millisecond?: number;
  /** Minutes east of UTC; `Z` is 0. */
  readonly offsetMinutes?: number;
  /** Milliseconds since 1970, from epoch-seconds and epoch-milliseconds: nothing else is then given. */
  readonly epochMilliseconds?: number;
}

type Part = Exclude<keyof MomentParts, 'epochMilliseconds'> | 'half' | 'monthName' | 'shortYear';

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What each token of a format reads, longest first. */
const tokens: readonly (readonly [token: string, pattern: string, part: Part])[] = [
  ['YYYY', '\\d{4}', 'year'],
  ['YY', '\\d{2}', 'shortYear'],
  ['MMMM', monthNames.join('|'), 'monthName'],
  ['MMM', '[A-Za-z]{3}', 'monthName'],
  ['MM', '\\d{2}', 'month'],
  ['M', '\\d{1,2}', 'month'],
  ['DD', '\\d{2}', 'day'],
  ['D', '\\d{1,2}', 'day'],
  ['HH', '\\d{2}', 'hour'],
  ['H', '\\d{1,2}', 'hour'],
  ['hh', '\\d{2}', 'hour'],
  ['h', '\\d{1,2}', 'hour'],
  ['mm', '\\d{2}', 'minute'],
  ['m', '\\d{1,2}', 'minute'],
  ['SSS', '\\d{1,9}', 'millisecond'],
  ['ss', '\\d{2}', 'second'],
  ['s', '\\d{1,2}', 'second'],
  ['A', '[AaPp]\\.?[Mm]\\.?|[上下]午', 'half'],
  ['Z', 'Z|[+-]\\d{2}:?\\d{2}', 'offsetMinutes'],
];

/** Reads a text in one form; undefined where it does not fit. */
export type ReadForm = (text: string) => MomentParts | undefined;

/** `D/M/YYYY HH:mm`, `YYYY年M月D日`, `epoch-seconds`: letters of tokens read, every other character stands for itself. */
export function momentForm(format: string): ReadForm {
  if (format === 'epoch-seconds' || format === 'epoch-milliseconds') {
    const scale = format === 'epoch-seconds' ? 1000 : 1;
    return (text) =>
      /^\d{1,15}(\.\d+)?$/.test(text) ? { epochMilliseconds: Math.round(Number(text) * scale) } : undefined;
  }
  const parts: Part[] = [];
  let pattern = '';
  for (let rest = format; rest !== '';) {
    const token = tokens.find(([name]) => rest.startsWith(name));
    if (token) {
      pattern += `(${token[1]})`;
      parts.push(token[2]);
    } else pattern += rest.charAt(0).replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
    rest = rest.slice(token?.[0].length ?? 1);
  }
  const whole = new RegExp(`^${pattern}$`, 'i');
  return (text) => {
    const match = whole.exec(text);
    if (!match) return undefined;
    const read: { -readonly [Key in Part]?: number } = {};
    parts.forEach((part, index) => (read[part] = valueOf(part, match[index + 1] ?? '')));
    return inOneHalf(read);
  };
}

/** Several forms: the first that fits and means a day that exists, else the first that fits. */
export function momentForms(format: string | readonly string[]): ReadForm {
  if (typeof format === 'string') return momentForm(format);
  const forms = format.map(momentForm);
  return (text) => {
    const fitting = forms.flatMap((form) => form(text) ?? []);
    return fitting.find(isPossible) ?? fitting[0];
  };
}

/** How the forms are named in messages. */
export const formsWorded = (format: string | readonly string[]): string => [format].flat().join(' or ');

/** Whether the day and the time of day exist; parts that are not there say nothing. */
export function isPossible({
  year = 2000,
  month = 1,
  day = 1,
  hour = 0,
  minute = 0,
  second = 0,
}: MomentParts): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isDay = year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && hour < 24 && minute < 60 && second < 60;
}

function valueOf(part: Part, text: string): number {
  switch (part) {
    case 'monthName':
      return months.indexOf(text.slice(0, 3).toLowerCase()) + 1;
    case 'shortYear':
      // POSIX: 69 to 99 are of the twentieth century.
      return Number(text) + (Number(text) >= 69 ? 1900 : 2000);
    case 'half':
      return /^[p下]/i.test(text) ? 1 : 0;
    case 'millisecond':
      return Math.trunc(Number(`0.${text}`) * 1000);
    case 'offsetMinutes': {
      if (/^z$/i.test(text)) return 0;
      const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
      return text.startsWith('-') ? -minutes : minutes;
    }
    default:
      return Number(text);
  }
}

/** Undefined where the hour does not exist in a half of a day. */
function inOneHalf(read: { readonly [Key in Part]?: number }): MomentParts | undefined {
  const { half, monthName, shortYear, ...parts } = read;
  const base = { ...parts, year: parts.year ?? shortYear, month: parts.month ?? monthName };
  if (half === undefined) return base;
  const { hour = 0 } = parts;
  return hour >= 1 && hour <= 12 ? { ...base, hour: (hour % 12) + half * 12 } : undefined;
}
