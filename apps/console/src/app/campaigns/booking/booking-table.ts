import { inject } from '@angular/core';
import type { BookingWeek } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { toCsv } from '../../ui/table/csv.js';
import type { Column } from '../../ui/table/table.js';
import { injectExamWords } from './exam-words.js';
import type { ExamInWeek } from './week-lanes.js';

/** In a component's field: the same as the picture of a week, as a table. */
export function injectBookingTable() {
  const t = injectTexts();
  const format = inject(Formats);
  const words = injectExamWords();
  const column = (id: string, text: (exam: ExamInWeek) => string, more: Partial<Column<ExamInWeek>> = {}) => ({
    ...{ id, label: t(`booking.column.${id}`), text, isTight: true, sortBy: text },
    ...more,
  });
  const columns = (): Column<ExamInWeek>[] => [
    column('who', ({ staff }) => staff.name),
    column('day', ({ startsAt }) => format.date(startsAt), { sortBy: ({ startsAt }) => startsAt }),
    column('time', words.time, { sortBy: ({ startsAt }) => format.time(startsAt) }),
    column('assessor', ({ assessor }) => assessor.name),
    column('second', ({ second }) => second?.name ?? '–', { isWideOnly: true }),
    column('attempt', ({ attempt }) => String(attempt), { isNumber: true, sortBy: ({ attempt }) => attempt }),
    column('state', words.state),
    column('note', (exam) => words.fault(exam) || (exam.isFixed && exam.state === 'booked' ? t('booking.fixed') : ''), {
      isTight: false,
    }),
  ];
  const csv = ({ exams }: Pick<BookingWeek, 'exams'>): string =>
    toCsv([
      columns().map(({ label }) => label),
      ...exams.map((exam) => columns().map(({ text }) => text?.(exam) ?? '')),
    ]);
  return { columns, csv };
}
