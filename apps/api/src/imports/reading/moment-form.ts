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

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What each token of a format reads, longest first. */
const tokens: readonly (readonly [token: string, pattern: string, part: Part])[] = [
  ['YYYY', '\\d{4}', 'year'],
  ['YY', '\\d{2}', 'shortYear'],
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
  ['A', '[AaPp]\\.?[Mm]\\.?', 'half'],
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
  const whole = new RegExp(`^${pattern}$`);
  return (text) => {
    const match = whole.exec(text);
    if (!match) return undefined;
    const read: { -readonly [Key in Part]?: number } = {};
    parts.forEach((part, index) => (read[part] = valueOf(part, match[index + 1] ?? '')));
    return inOneHalf(read);
  };
}

function valueOf(part: Part, text: string): number {
  switch (part) {
    case 'monthName':
      return months.indexOf(text.toLowerCase()) + 1;
    case 'shortYear':
      // POSIX: 69 to 99 are of the twentieth century.
      return Number(text) + (Number(text) >= 69 ? 1900 : 2000);
    case 'half':
      return /^p/i.test(text) ? 1 : 0;
    case 'millisecond':
      return Math.trunc(Number(`0.${text}`) * 1000);
    case 'offsetMinutes': {
      if (text === 'Z') return 0;
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
