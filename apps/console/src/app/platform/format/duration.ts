import type { LocaleName } from '@forecall/contracts';
import { noValue } from './rate.js';

interface DurationWords {
  seconds: string;
  minutes: string;
  hours: string;
  /** Minutes that stand after hours. */
  afterHours: string;
  days: string;
}

const words: Record<LocaleName, DurationWords> = {
  en: { seconds: ' s', minutes: ' min', hours: ' h', afterHours: '', days: ' d' },
  zh: { seconds: ' 秒', minutes: ' 分钟', hours: ' 小时', afterHours: ' 分', days: ' 天' },
};

const minuteSeconds = 60;
const hourSeconds = 3600;
const daySeconds = 86_400;

/** "12 s", "18 min", "2 h 30", from two days on whole days: "3 d". What is begun and not over is not counted. */
export function formatDuration(seconds: number | null, locale: LocaleName): string {
  if (seconds === null) return noValue;
  const word = words[locale];
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < minuteSeconds) return `${whole}${word.seconds}`;
  if (whole < hourSeconds) return `${Math.floor(whole / minuteSeconds)}${word.minutes}`;
  if (whole >= 2 * daySeconds) return `${Math.floor(whole / daySeconds)}${word.days}`;
  const hours = `${Math.floor(whole / hourSeconds)}${word.hours}`;
  const minutes = Math.floor((whole % hourSeconds) / minuteSeconds);
  return minutes === 0 ? hours : `${hours} ${twoDigits(minutes)}${word.afterHours}`;
}

/** The clock of a call: "03:42", from an hour on "1:03:42". */
export function formatCallClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / hourSeconds);
  const minutes = Math.floor((whole % hourSeconds) / minuteSeconds);
  const rest = `${twoDigits(minutes)}:${twoDigits(whole % minuteSeconds)}`;
  return hours === 0 ? rest : `${hours}:${rest}`;
}

/** A mean or median of seconds, where tenths matter below a minute: "9.4 s", "3 min 42". */
export function formatMeanSeconds(seconds: number | null, locale: LocaleName): string {
  if (seconds === null) return noValue;
  if (seconds < minuteSeconds - 0.05) return `${seconds.toFixed(1)}${words[locale].seconds}`;
  const whole = Math.round(seconds);
  if (whole >= hourSeconds) return formatDuration(whole, locale);
  const rest = whole % minuteSeconds;
  const minutes = `${Math.floor(whole / minuteSeconds)}${words[locale].minutes}`;
  return rest === 0 ? minutes : `${minutes} ${twoDigits(rest)}${locale === 'zh' ? ' 秒' : ''}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
