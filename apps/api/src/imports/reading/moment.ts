import { addDays, localDay } from '@forecall/domain';
import type { ImportPreset, MomentFormat, MomentSource } from '@forecall/contracts';
import type { CellReader, Cells } from './cells.js';
import { Refusal } from '../refusal.js';
import { refuseCell } from './fault.js';
import { localTime, type ToInstant } from './local-time.js';
import { formsWorded, momentForm, momentForms, type MomentParts } from './moment-form.js';

/** Milliseconds since 1970; null where every cell of the moment is blank. `start` anchors a time without a date. */
export type ReadMoment = (cells: Cells, start?: number) => number | null;

/** The parts of a moment, and the text that they are from. */
type Written = MomentParts & { readonly text: string };

interface Formatted {
  readonly column: string;
  readonly format: MomentFormat;
}

/** A moment with the zone in which it was written, whose calendar says on which day it is. */
interface Placed {
  readonly at: number;
  readonly zone: string;
}
type ReadPlaced = (cells: Cells, start?: number) => Placed | null;

/**
 * Makes readers of moments. A date with a time is local in the preset's zone; a date alone is that day of the company,
 * whose days all figures count, wherever the file is from.
 */
export class MomentReader {
  private readonly toInstant: ToInstant;
  private readonly toFirstInstant: ToInstant;
  private readonly zone: string;

  constructor(
    private readonly cells: CellReader,
    { zone, clockChange }: Pick<ImportPreset, 'zone' | 'clockChange'>,
    private readonly companyZone: string,
  ) {
    this.toInstant = localTime(zone, clockChange);
    // A day begins also where clocks change at midnight.
    this.toFirstInstant = localTime(companyZone, 'compatible');
    this.zone = zone;
  }

  moment(source: MomentSource, usedBy: string): ReadMoment {
    const read = this.placed(source, usedBy);
    return (cells, start) => read(cells, start)?.at ?? null;
  }

  /** The day of a moment as its cell has it, YYYY-MM-DD. */
  day(source: MomentSource, usedBy: string): (cells: Cells, start?: number) => string | null {
    const read = this.placed(source, usedBy);
    return (cells, start) => {
      const moment = read(cells, start);
      return moment && localDay(new Date(moment.at), moment.zone);
    };
  }

  private placed(source: MomentSource, usedBy: string): ReadPlaced {
    if ('firstOf' in source) {
      const reads = source.firstOf.map((one, index) => this.placed(one, `${usedBy}.firstOf.${index}`));
      return (cells, start) => {
        for (const read of reads) {
          const moment = read(cells, start);
          if (moment !== null) return moment;
        }
        return null;
      };
    }
    if ('at' in source) {
      const moment = { at: this.fixed(source.at, usedBy), zone: this.zone };
      return () => moment;
    }
    if ('column' in source) {
      const read = this.parts(source, usedBy);
      return (cells) => this.instant(read(cells), source);
    }
    if ('date' in source && 'time' in source) {
      const date = this.parts(source.date, `${usedBy}.date`);
      const time = this.parts(source.time, `${usedBy}.time`);
      return (cells) => {
        const [day, clock] = [date(cells), time(cells)];
        if (!day && !clock) return null;
        if (!day) return refuseCell(source.date.column, 'missing', '', 'is blank');
        if (!clock) return refuseCell(source.time.column, 'missing', '', 'is blank');
        const text = `${day.text} ${clock.text}`;
        return this.instant({ ...clock, year: day.year, month: day.month, day: day.day, text }, source.date);
      };
    }
    if ('date' in source) {
      const date = this.parts(source.date, `${usedBy}.date`);
      return (cells) => this.instant(date(cells), source.date);
    }
    return this.timeOfDay(source.time, `${usedBy}.time`);
  }

  /** Known before any row is read, and so is a fault in it. */
  private fixed(at: string, usedBy: string): number {
    const parts = momentForm(at.length > 16 ? 'YYYY-MM-DDTHH:mm:ss' : 'YYYY-MM-DDTHH:mm')(at);
    const instant = parts ? this.toInstant(parts) : 'no-such-date';
    if (typeof instant === 'number') return instant;
    throw new Refusal(`${usedBy}.at: ${at} does not exist, or twice, in ${this.zone}.`, {
      code: 'no-such-moment',
      usedBy,
      at,
      zone: this.zone,
    });
  }

  /** On the day of the start, or, where that would be before it, on the next: the call ran past midnight. */
  private timeOfDay(source: Formatted, usedBy: string): ReadPlaced {
    const time = this.parts(source, usedBy);
    return (cells, start) => {
      const clock = time(cells);
      if (!clock || start === undefined) return null;
      const on = (date: string) => {
        const [year, month, day] = date.split('-').map(Number);
        return this.instant({ ...clock, year, month, day }, source);
      };
      const day = localDay(new Date(start), this.zone);
      const sameDay = on(day);
      // The start may have parts of a second, which a time of day lacks.
      const isAfterStart = sameDay !== null && sameDay.at >= Math.floor(start / 1000) * 1000;
      return isAfterStart ? sameDay : on(addDays(day, 1));
    };
  }

  private parts({ column, format }: Formatted, usedBy: string): (cells: Cells) => Written | null {
    const read = this.cells.field(column, usedBy);
    const form = momentForms(format);
    return (cells) => {
      const text = read(cells);
      if (text === '') return null;
      const parts = form(text);
      if (!parts)
        return refuseCell(column, 'not-a-moment', text, `is not in the form ${formsWorded(format)}`, {
          ...{ rule: 'form', values: { form: formsWorded(format) } },
        });
      return { ...parts, text };
    };
  }

  private instant(parts: Written | null, { column }: Formatted): Placed | null {
    if (!parts) return null;
    const isDayAlone = parts.hour === undefined && parts.epochMilliseconds === undefined;
    const at = isDayAlone ? this.toFirstInstant(parts) : this.toInstant(parts);
    if (at === 'no-such-date')
      return refuseCell(column, 'not-a-moment', parts.text, 'is a date or time that does not exist', {
        rule: 'no-such-date',
      });
    if (at === 'clock-change') {
      const message =
        'exists twice or not at all, because clocks change; clockChange in the preset says which is meant';
      return refuseCell(column, 'clock-change', parts.text, message);
    }
    if (at < earliest || at >= latest)
      return refuseCell(column, 'out-of-range', parts.text, 'lies outside of 1900 to 2200', { rule: 'years' });
    return { at, zone: isDayAlone ? this.companyZone : this.zone };
  }
}

const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(2201, 0, 1);

/** The column that a moment is read from, or the first of them; null where it is from none. */
export function momentColumn(source: MomentSource | undefined): string | null {
  if (!source || 'at' in source) return null;
  if ('firstOf' in source) return momentColumn(source.firstOf[0]);
  if ('column' in source) return source.column;
  return 'date' in source ? source.date.column : source.time.column;
}

export const needMoment =
  (read: ReadMoment, column: string) =>
  (cells: Cells, start?: number): number =>
    read(cells, start) ?? refuseCell(column, 'missing', '', 'is blank');
