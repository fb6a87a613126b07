import { cadenceEntryOf, cadenceToldOf, cadenceWillHappen } from './cadence-entry.js';

const read = {
  ...{ isOn: true, form: { id: 'f', nameEn: 'Relationship', nameZh: '客户关系' }, sends: 'yes' as const, revision: 4 },
  classes: [{ class: 'dormant' as const, days: 90 }],
};
const nameOf = (name: string) => name;

describe('the cadence of key accounts', () => {
  it('is told as it was read', () => {
    expect(cadenceToldOf(cadenceEntryOf(read), 4)).toEqual({
      ...{ revision: 4, isOn: true, formId: 'f' },
      classes: [{ class: 'dormant', days: 90 }],
    });
  });

  it('says for each class that is asked how often', () => {
    const [first, ...rest] = cadenceWillHappen(cadenceEntryOf(read), 'Relationship', nameOf);
    expect(first?.values).toEqual({ name: 'dormant', form: 'Relationship', count: 90 });
    expect(rest.map(({ key }) => key)).toEqual(['surveys.cadence.will.person', 'surveys.cadence.will.credited']);
  });

  it.each([
    ['off', { ...read, isOn: false }, 'Relationship'],
    ['without a form', read, null],
    ['of no class', { ...read, classes: [] }, 'Relationship'],
  ])('%s: nobody is asked', (_, cadence, form) => {
    expect(cadenceWillHappen(cadenceEntryOf(cadence), form, nameOf).map(({ key }) => key)).toEqual([
      'surveys.cadence.will.nobody',
    ]);
  });
});
