import type { Appraisal } from '@forecall/contracts';
import type { AppraisalStep } from '@forecall/domain';
import type { Formats } from '../../platform/format/formats.js';
import type { Say } from '../../platform/i18n/texts.js';
import type { Stage } from '../../ui/course/stages.js';

type Course = Pick<Appraisal, 'appraisal' | 'steps' | 'answerBy'>;

/** The steps of an appraisal: what was done when, what is now and by when, what comes. Decided stands there where it was disputed. */
export function courseOf({ appraisal, steps, answerBy }: Course, t: Say, format: Formats): Stage[] {
  const { stage, dueOn } = appraisal;
  const taken = (...names: AppraisalStep[]) => steps.find(({ step }) => names.some((name) => name === step));
  const wanted: { id: string; done: ReturnType<typeof taken>; by: string | null }[] = [
    { id: 'write', done: taken('given'), by: stage === 'draft' ? dueOn : null },
    { id: 'answer', done: taken('agreed', 'disputed'), by: answerBy },
    ...(taken('disputed') ? [{ id: 'decide', done: taken('decided'), by: stage === 'disputed' ? dueOn : null }] : []),
    { id: 'sign', done: taken('signed'), by: null },
  ];
  const isOver = stage === 'signed' || stage === 'missing';
  const now = isOver ? -1 : wanted.findIndex(({ done }) => !done);
  return wanted.map(({ id, done, by }, at) => {
    const name = t(`appraisals.course.${done ? `${id}-done.${done.step}` : id}`);
    const who = done?.by?.name ?? '';
    if (done) return { id, name, state: 'done', note: `${format.dayTime(done.at)} ${who}`.trim() };
    const note = isOver ? t('appraisals.course.not-done') : by ? t('appraisals.due', { day: format.day(by) }) : '';
    return { id, name, state: at === now ? 'now' : 'next', note };
  });
}
