import { inject } from '@angular/core';
import type { CallInPlan, PlanDay, PlanLoad } from '@forecall/contracts';
import { shownHealth } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { formatTime } from '../../platform/format/moment.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { toCsv } from '../../ui/table/csv.js';
import type { Column } from '../../ui/table/table.js';
import { injectMarkWords } from './call-marks.js';
import { injectLoadWords } from './load-words.js';
import { loadOf, sumOf, weeksIn } from './loads.js';

export interface PlanRow {
  readonly id: string;
  /** As the columns stand. */
  readonly cells: readonly string[];
}

export interface PlanTable {
  readonly columns: Column<PlanRow>[];
  readonly rows: PlanRow[];
}

const columnsOf = (labels: readonly string[]): Column<PlanRow>[] =>
  labels.map((label, n) => ({ id: String(n), label, text: ({ cells }: PlanRow) => cells[n] ?? '' }));

export const csvOf = ({ columns, rows }: PlanTable): string =>
  toCsv([columns.map(({ label }) => label), ...rows.map(({ cells }) => cells)]);

/** In a component's field: the same as the picture of a day, a week or the load, as a table. */
export function injectPlanTables() {
  const t = injectTexts();
  const format = inject(Formats);
  const nameOf = injectNameOf();
  const loads = injectLoadWords();
  const marks = injectMarkWords();
  const cellOf = (load: ReturnType<typeof loadOf>, ...words: readonly string[]) =>
    [load.calls > 0 || load.capacity > 0 ? loads.figures(load) : '', ...words, loads.over(load), loads.late(load)]
      .filter((word) => word !== '')
      .join(t('call-plan.comma')) || '–';

  const day = ({ callers, unplaced }: PlanDay): PlanTable => {
    const rowOf = (call: CallInPlan, zone: string, name: string): PlanRow => {
      const at = call.endedAt ?? call.slotAt;
      const windows = call.windows.map(({ from, to }) => `${formatTime(from, zone)}–${formatTime(to, zone)}`);
      const { careClass } = call.account;
      return {
        id: call.id,
        cells: [
          ...[name, at === null ? '–' : formatTime(at, zone), nameOf(call.account)],
          ...[
            careClass ? t(`desk.class.${careClass}`) : '–',
            call.health === null ? '–' : String(shownHealth(call.health)),
          ],
          ...[windows.join(t('call-plan.comma')) || '–', marks(call).join(t('call-plan.comma'))],
        ],
      };
    };
    const labels = ['caller', 'time', 'account', 'class', 'health-label', 'can-be-called', 'state'];
    return {
      columns: columnsOf(labels.map((name) => t(`call-plan.${name}`))),
      rows: [
        ...callers.flatMap(({ staff, zone, calls }) => calls.map((call) => rowOf(call, zone, staff.name))),
        ...unplaced.map((call) => rowOf(call, format.zone(), t('call-plan.nobody'))),
      ],
    };
  };

  const week = ({ callers }: PlanLoad): PlanTable => ({
    columns: columnsOf([
      t('call-plan.caller'),
      ...(callers[0]?.days ?? []).map((one) => format.day(one.day)),
      t('call-plan.week'),
    ]),
    rows: callers.map(({ staff, days }) => ({
      id: staff.id,
      cells: [staff.name, ...days.map((one) => cellOf(loadOf(one), loads.away(one))), cellOf(sumOf(days.map(loadOf)))],
    })),
  });

  const load = ({ callers }: PlanLoad): PlanTable => ({
    columns: columnsOf([
      t('call-plan.caller'),
      ...weeksIn(callers[0]?.days ?? []).map(
        ([first]) =>
          `${format.week(`${first?.day}T12:00:00Z`)} ${t('call-plan.from', { day: format.day(first?.day ?? '') })}`,
      ),
    ]),
    rows: callers.map(({ staff, days }) => ({
      id: staff.id,
      cells: [staff.name, ...weeksIn(days).map((some) => cellOf(sumOf(some.map(loadOf))))],
    })),
  });
  return { day, week, load };
}
