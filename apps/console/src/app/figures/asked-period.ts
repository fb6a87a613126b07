import { startOfDay } from '@forecall/domain';
import { isSameDay } from '../platform/format/moment.js';
import type { FigureAsked } from './figures-client.js';

/** The instants of a question's period. A date alone is its midnight in the organisation's zone, as the server reads it. */
export function askedPeriod(asked: Pick<FigureAsked, 'from' | 'to'>, zone: string) {
  const [from, to] = [instantOf(asked.from, zone), instantOf(asked.to, zone)];
  return { from, to, isOneDay: isSameDay(from, to.getTime() - 1, zone) };
}

const instantOf = (text: string, zone: string): Date =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) ? startOfDay(text, zone) : new Date(text);
