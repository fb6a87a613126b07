import type { SetSurveyCadence, SurveyCadence } from '@forecall/contracts';
import { type CareClass, careClasses } from '@forecall/domain';
import type { Sentence } from './will-happen.js';

/** What is filled in: the days of a class also while it is not asked. */
export interface CadenceEntry {
  isOn: boolean;
  /** '' for none. */
  formId: string;
  classes: { class: CareClass; isAsked: boolean; days: number }[];
}

const usualDays = 180;

export const cadenceEntryOf = ({ isOn, form, classes }: SurveyCadence): CadenceEntry => ({
  isOn,
  formId: form?.id ?? '',
  classes: careClasses.map((name) => {
    const days = classes.find((one) => one.class === name)?.days;
    return { class: name, isAsked: days !== undefined, days: days ?? usualDays };
  }),
});

export const cadenceToldOf = ({ isOn, formId, classes }: CadenceEntry, revision: number): SetSurveyCadence => ({
  ...{ revision, isOn, formId: formId || null },
  classes: classes.flatMap((one) => (one.isAsked ? [{ class: one.class, days: one.days }] : [])),
});

/** What will be done with key accounts, in plain sentences. `formName`: null where none is chosen. */
export function cadenceWillHappen(
  { isOn, classes }: Pick<CadenceEntry, 'isOn' | 'classes'>,
  formName: string | null,
  className: (name: CareClass) => string,
): Sentence[] {
  const asked = classes.filter(({ isAsked }) => isAsked);
  if (!isOn || formName === null || asked.length === 0) return [{ key: 'surveys.cadence.will.nobody', values: {} }];
  return [
    ...asked.map(({ class: name, days }) => ({
      key: 'surveys.cadence.will.class',
      values: { name: className(name), form: formName, count: days },
    })),
    { key: 'surveys.cadence.will.person', values: {} },
    { key: 'surveys.cadence.will.credited', values: {} },
  ];
}
