import { inject } from '@angular/core';
import { standingOfExam } from '../../marking/index.js';
import { Formats } from '../../platform/format/formats.js';
import { ProblemError } from '../../platform/http/problem-error.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { formatTime } from '../../platform/format/moment.js';
import type { ExamInWeek } from './week-lanes.js';

/** In a component's field: what is said of an exam. */
export function injectExamWords() {
  const t = injectTexts();
  const format = inject(Formats);
  const problems = inject(ProblemTexts);
  /** "10:00–10:45" */
  const time = ({ startsAt, minutes }: Pick<ExamInWeek, 'startsAt' | 'minutes'>): string => {
    const end = new Date(startsAt).getTime() + minutes * 60_000;
    return `${format.time(startsAt)}–${formatTime(end, format.zone())}`;
  };
  const state = ({ state: now, outcome, dispute }: Pick<ExamInWeek, 'state' | 'outcome' | 'dispute'>): string =>
    t(`marking.standing.${standingOfExam({ state: now, outcome, dispute }).word}`);
  const fault = ({ fault: found }: Pick<ExamInWeek, 'fault'>): string =>
    found === null
      ? ''
      : problems.sentence(new ProblemError({ type: 'about:blank', title: found.code, status: 409, ...found }));
  /** Everything of it, for who does not see the picture. */
  const all = (exam: ExamInWeek): string =>
    [
      ...[exam.staff.name, time(exam), t('booking.by', { name: exam.assessor.name })],
      ...(exam.second ? [t('booking.second', { name: exam.second.name })] : []),
      ...[state(exam), exam.isFixed && exam.state === 'booked' ? t('booking.fixed') : '', fault(exam)],
    ]
      .filter((word) => word !== '')
      .join(t('ui.list-comma'));
  return { time, state, fault, all };
}
