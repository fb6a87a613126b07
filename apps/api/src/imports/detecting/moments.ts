import { isPossible, momentForm, type MomentParts, type ReadForm } from '../reading/moment-form.js';

const dates = [
  ...['-', '/', '.'].flatMap((s) => [`YYYY${s}MM${s}DD`, `YYYY${s}M${s}D`]),
  ...['.', '/', '-'].flatMap((s) => [`DD${s}MM${s}YYYY`, `D${s}M${s}YYYY`]),
  ...['/', '-', '.'].flatMap((s) => [`MM${s}DD${s}YYYY`, `M${s}D${s}YYYY`]),
  ...['.', '/', '-'].flatMap((s) => [`DD${s}MM${s}YY`, `D${s}M${s}YY`]),
  ...['/', '-'].flatMap((s) => [`MM${s}DD${s}YY`, `M${s}D${s}YY`]),
  ...['D MMM YYYY', 'D-MMM-YYYY', 'D-MMM-YY', 'D/MMM/YYYY', 'MMM D, YYYY', 'MMM D YYYY'],
  ...['D MMMM YYYY', 'D. MMMM YYYY', 'MMMM D, YYYY', 'YYYY年MM月DD日', 'YYYY年M月D日', 'YYYYMMDD'],
];
const clocks = [
  ...['HH:mm:ss', 'H:mm:ss', 'HH:mm', 'H:mm', 'HH:mm:ss.SSS', 'H:mm:ss.SSS'],
  ...['hh:mm:ss A', 'h:mm:ss A', 'hh:mm A', 'h:mm A', 'h:mm:ssA', 'h:mmA', 'A h:mm:ss', 'A h:mm', 'Ah:mm:ss', 'Ah:mm'],
  ...['H时m分s秒', 'H时m分'],
];
const zones = ['', 'Z', ' Z'];
const clocksInZones = clocks.flatMap((clock) => zones.map((zone) => clock + zone));
const others = ['YYMMDD', 'YYYYMMDDHHmmss', 'YYYYMMDDHHmm', 'epoch-seconds', 'epoch-milliseconds'];

const compiled = new Map<string, ReadForm>();

function reads(format: string, text: string): boolean {
  const read = readerOf(format);
  return isRead(read, text);
}

function readerOf(format: string): ReadForm {
  const read = compiled.get(format) ?? momentForm(format);
  compiled.set(format, read);
  return read;
}

/** The formats that fit one text. Date and time of day are tried apart, for there are thousands of both together. */
function formatsOf(text: string): string[] {
  if (!/^(?=.*\d).{3,60}$/.test(text) || /^[+-]?(\d{1,5}|\d{7})([.,]\d*)?$/.test(text)) return [];
  const fitting = (formats: readonly string[], part: string) => formats.filter((format) => reads(format, part));
  const parted = /^(.*?\S)(T| |, )((?:\d{1,2}[:时]|[上下]午).*)$/.exec(text);
  if (!parted) return fitting([...dates, ...clocks, ...others], text);
  const [, date = '', between = '', clock = ''] = parted;
  const clocksFitting = fitting(clocksInZones, clock);
  const both = fitting(dates, date).flatMap((one) => clocksFitting.map((other) => one + between + other));
  return both.length > 0 ? both : fitting(clocks, text);
}

/** Moments outside these years are numbers that look like some. */
const epochs = { lowest: Date.UTC(1990, 0, 1), highest: Date.UTC(2100, 0, 1) };

function isPlausible(parts: MomentParts): boolean {
  const { epochMilliseconds: epoch, year } = parts;
  if (epoch !== undefined) return epoch >= epochs.lowest && epoch <= epochs.highest;
  return isPossible(parts) && (year === undefined || (year >= 1900 && year <= 2200));
}

export interface DetectedMoments {
  readonly formats: readonly string[];
  /** Several formats fit, and read other moments. */
  readonly isAmbiguous: boolean;
}

/** Of so many texts one may be a slip that fits no format: the row is refused later, the format is right. */
const textsPerSlip = 10;
const fewestForSlip = 4;
/** The first texts say which formats may fit; a slip may be among them. */
const textsLookedAt = 3;

/** The formats that fit these texts, but for single slips; of formats that mean the same, one. */
export function detectMoments(all: readonly string[]): DetectedMoments {
  const slips = all.length < fewestForSlip ? 0 : Math.ceil(all.length / textsPerSlip);
  const candidates = new Set(all.slice(0, slips > 0 ? textsLookedAt : 1).flatMap(formatsOf));
  const fits = [...candidates].map((format) => ({ format, texts: all.filter((text) => reads(format, text)) }));
  const most = Math.max(0, ...fits.map(({ texts }) => texts.length));
  if (most === 0 || most < all.length - slips) return { formats: [], isAmbiguous: false };
  const fitting = fits.filter(({ texts }) => texts.length === most).map(({ format }) => format);
  const texts = all.filter((text) => fitting.some((format) => reads(format, text)));
  const byMeaning = Map.groupBy(fitting, (format) => texts.map((text) => meaning(readerOf(format)(text))).join());
  // With a leading zero somewhere the two digits are a rule, else they are chance.
  const isPadded = texts.some((text) => /(^|\D)0\d(?!\d)/.test(text));
  const formats = [...byMeaning.values()].flatMap((same) => (isPadded ? same[0] : same.at(-1)) ?? []);
  return { formats, isAmbiguous: formats.length > 1 };
}

function meaning(parts: MomentParts = {}): string {
  const { epochMilliseconds, year, month, day, hour, minute, second, millisecond, offsetMinutes } = parts;
  return [epochMilliseconds, year, month, day, hour, minute, second, millisecond, offsetMinutes].join(' ');
}

function isRead(read: ReadForm, text: string): boolean {
  const parts = read(text);
  return parts !== undefined && isPlausible(parts);
}
