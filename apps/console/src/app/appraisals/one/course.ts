import type { Appraisal } from '@forecall/contracts';
import type { AppraisalStep } from '@forecall/domain';
import type { Formats } from '../../platform/format/formats.js';
import type { Say } from '../../platform/i18n/texts.js';
import type { Stage } from '../../ui/course/stages.js';

type Course = Pick<Appraisal, 'appraisal' | 'steps' | 'answerBy' | 'judges'>;

/** The steps of an appraisal: what was done when and by whom, what is now, whose and by when, what comes. Decided stands there where it was disputed. */
export function courseOf({ appraisal, steps, answerBy, judges }: Course, t: Say, format: Formats): Stage[] {
  const { stage, dueOn } = appraisal;
  const taken = (...names: AppraisalStep[]) => steps.find(({ step }) => names.some((name) => name === step));
  const judge = judges.map(({ name }) => name).join(t('ui.list-comma'));
  const decide = { id: 'decide', done: taken('decided'), by: stage === 'disputed' ? dueOn : null, who: judge };
  const wanted: { id: string; done: ReturnType<typeof taken>; by: string | null; who: string }[] = [
    { id: 'write', done: taken('given'), by: stage === 'draft' ? dueOn : null, who: appraisal.appraiser.name },
    { id: 'answer', done: taken('agreed', 'disputed'), by: answerBy, who: appraisal.subject.name },
    ...(taken('disputed') ? [decide] : []),
    { id: 'sign', done: taken('signed'), by: null, who: judge },
  ];
  const isOver = stage === 'signed' || stage === 'missing';
  const now = isOver ? -1 : wanted.findIndex(({ done }) => !done);
  return wanted.map(({ id, done, by, who: whose }, at) => {
    const name = t(`appraisals.course.${done ? `${id}-done.${done.step}` : id}`);
    const who = done?.by?.name ?? '';
    if (done) return { id, name, state: 'done', note: `${format.dayTime(done.at)} ${who}`.trim() };
    const due = by ? t(by < format.today() ? 'appraisals.was-due' : 'appraisals.due', { day: format.day(by) }) : '';
    const note = isOver ? t('appraisals.course.not-done') : [whose, due].filter(Boolean).join(t('ui.clause-comma'));
    return { id, name, state: at === now ? 'now' : 'next', note };
  });
}
