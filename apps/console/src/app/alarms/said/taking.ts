import { inject, signal } from '@angular/core';
import type { Alarm } from '@forecall/contracts';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { problemOf } from '../../platform/http/problem-error.js';
import { ProblemTexts } from '../../platform/http/problem-texts.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { AlarmsClient } from '../alarms-client.js';

/**
 * In a component's field: takes an alarm, once however often it is pressed. Why it was refused is said in words;
 * `changed` reads the alarm anew, whatever came of it.
 */
export function takesAlarm(changed: () => void) {
  const client = inject(AlarmsClient);
  const toasts = inject(Toasts);
  const problems = inject(ProblemTexts);
  const nameOf = injectNameOf();
  const t = injectTexts();
  const isTaking = signal(false);
  const refusal = signal('');
  const take = async ({ id, revision, department }: Alarm): Promise<void> => {
    if (isTaking()) return;
    isTaking.set(true);
    refusal.set('');
    const values = { department: nameOf(department) };
    try {
      await client.take(id, revision, crypto.randomUUID());
      toasts.show({ text: 'alarms.was.taken', values });
    } catch (error) {
      const isNotTheirs = problemOf(error).code === 'forbidden';
      refusal.set(isNotTheirs ? t('alarms.not-yours', values) : problems.sentence(error));
    } finally {
      isTaking.set(false);
      changed();
    }
  };
  return { take, isTaking: isTaking.asReadonly(), refusal: refusal.asReadonly() };
}
