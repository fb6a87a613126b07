import type { SurveyRules } from '@forecall/contracts';

/** A text to say, with what it names. */
export interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Planned extends Pick<
  SurveyRules,
  | 'minDays'
  | 'quietFrom'
  | 'quietTo'
  | 'reminderDays'
  | 'expiryDays'
  | 'changeHours'
  | 'contactPercent'
  | 'complaintPercent'
> {
  /** The names of the forms; null: nobody is asked. */
  readonly contactForm: string | null;
  readonly complaintForm: string | null;
  readonly shareCount: number;
}

/** What these rules do, in plain sentences: who is asked by what, how often at most, and what comes after. */
export function willHappen(rules: Planned): Sentence[] {
  const { contactForm, complaintForm, contactPercent, complaintPercent, shareCount } = rules;
  if (contactForm === null && complaintForm === null) return [{ key: 'surveys.will.nobody', values: {} }];
  return [
    ...(contactForm === null ? [] : [asked('contacts', contactForm, contactPercent)]),
    ...(contactForm !== null && shareCount > 0 ? [{ key: 'surveys.will.shares', values: { count: shareCount } }] : []),
    ...(complaintForm === null ? [] : [asked('complaints', complaintForm, complaintPercent)]),
    { key: 'surveys.will.once', values: { count: rules.minDays } },
    ...quiet(rules),
    ...reminder(rules),
    ...change(rules),
  ];
}

const asked = (of: 'contacts' | 'complaints', form: string, percent: number): Sentence => {
  const how = percent === 100 ? 'every' : percent === 0 ? 'none' : 'some';
  return { key: `surveys.will.${of}-${how}`, values: { form, percent } };
};

const quiet = ({ quietFrom, quietTo }: Planned): Sentence[] =>
  quietFrom === quietTo ? [] : [{ key: 'surveys.will.quiet', values: { from: quietFrom, to: quietTo } }];

const reminder = ({ reminderDays, expiryDays }: Planned): Sentence[] =>
  reminderDays === null
    ? [{ key: 'surveys.will.no-reminder', values: { count: expiryDays } }]
    : [{ key: 'surveys.will.reminder', values: { count: reminderDays, end: expiryDays } }];

const change = ({ changeHours }: Planned): Sentence[] =>
  changeHours === 0
    ? [{ key: 'surveys.will.no-change', values: {} }]
    : [{ key: 'surveys.will.change', values: { count: changeHours } }];
