import { careClasses, contactChannels, contactDirections, contactOutcomes, contactPurposes } from '@forecall/domain';
import { at, columnsIn, isRecord, listOf, put, type Definition, type Path } from './definition.js';

/** What a row may be. */
export const parts = [
  'contact',
  'complaint',
  'account',
  'person',
  'staff',
  'reason',
  'accountAnswers',
  'revenue',
] as const;
export type Part = (typeof parts)[number];
export type Group = Part | 'unit' | 'answers';

export type Kind =
  'text' | 'choice' | 'yes-no' | 'moment' | 'duration' | 'staff' | 'account' | 'reason' | 'unit' | 'score' | 'amount';

/** A field of what rows become, which a column or a fixed value fills. */
export interface Target {
  /** `contact.startedAt`; of answers the kind stands for the place: `answers.csat`. */
  readonly id: string;
  readonly group: Group;
  readonly kind: Kind;
  readonly members: readonly string[];
}

const of = (group: Group, kind: Kind, names: string, members: readonly string[] = []): Target[] =>
  names.split(' ').map((name) => ({ id: `${group}.${name}`, group, kind, members }));

export const scales = { csat: 5, nps: 11, ces: 7 } as const;
export type AnswerKind = keyof typeof scales;

export const targets: readonly Target[] = [
  ...of('contact', 'text', 'externalId'),
  ...of('contact', 'moment', 'startedAt endedAt'),
  ...of('contact', 'choice', 'channel', contactChannels),
  ...of('contact', 'choice', 'direction', contactDirections),
  ...of('contact', 'choice', 'purpose', contactPurposes),
  ...of('contact', 'choice', 'outcome', contactOutcomes),
  ...of('contact', 'duration', 'menu wait talk hold wrap'),
  ...of('contact', 'staff', 'rep'),
  ...of('contact', 'reason', 'reason'),
  ...of('contact', 'account', 'account'),
  ...of('contact', 'yes-no', 'resolved'),
  ...of('contact', 'text', 'note'),
  ...of('answers', 'score', Object.keys(scales).join(' ')),
  ...of('unit', 'unit', 'department team'),
  ...of('unit', 'staff', 'supervisor head'),
  ...of('complaint', 'moment', 'receivedAt'),
  ...of('complaint', 'text', 'summary remedySought remedyGiven'),
  ...of('complaint', 'choice', 'severity', ['small', 'money', 'stopped-work']),
  ...of('complaint', 'choice', 'decision', ['upheld', 'partly', 'not']),
  ...of('complaint', 'choice', 'closing', ['accepted', 'rejected', 'withdrawn', 'no-reply']),
  ...of('complaint', 'yes-no', 'foundByUs'),
  ...of('complaint', 'staff', 'repConcerned'),
  ...of('account', 'text', 'name number chinese industry zone'),
  ...of('account', 'choice', 'class', careClasses),
  ...of('account', 'staff', 'care'),
  ...of('account', 'moment', 'since'),
  ...of('person', 'text', 'name chinese position email phones'),
  ...of('person', 'choice', 'language', ['en', 'zh']),
  ...of('person', 'choice', 'influence', ['decides', 'influences', 'uses', 'blocks']),
  ...of('staff', 'staff', 'person'),
  ...of('staff', 'text', 'email'),
  ...of('staff', 'choice', 'part', ['member', 'supervisor', 'head']),
  ...of('staff', 'moment', 'from leftOn'),
  ...of('reason', 'reason', 'path'),
  ...of('reason', 'text', 'chinese'),
  ...of('reason', 'unit', 'answerable'),
  ...of('accountAnswers', 'score', Object.keys(scales).join(' ')),
  ...of('revenue', 'moment', 'month'),
  ...of('revenue', 'amount', 'amount'),
];

export const targetById = (id: string): Target | undefined => targets.find((target) => target.id === id);

const isAnswers = ({ group }: Target): boolean => group === 'answers' || group === 'accountAnswers';

/** Where it stands in a preset; of an answer that is not there yet, at the end. */
export function pathOf(definition: Definition, target: Target): Path {
  const [group = '', name = ''] = target.id.split('.');
  if (target.id === 'person.phones') return ['person', 'phones', 0];
  if (!isAnswers(target)) return [group, name];
  const answers = listOf(definition[group]);
  const place = answers.findIndex((answer) => at(answer, ['kind']) === name);
  return [group, place < 0 ? answers.length : place];
}

export const sourceOf = (definition: Definition, target: Target): unknown => at(definition, pathOf(definition, target));

/** Undefined takes the field away. */
export const withSource = (definition: Definition, target: Target, source: unknown): Definition =>
  put(definition, pathOf(definition, target), source);

export const isPartOn = (definition: Definition, part: Part): boolean =>
  part === 'accountAnswers' ? listOf(definition[part]).length > 0 : isRecord(definition[part]);

/** Fields of the parts that a row is, in the order in which they are offered. */
export function offeredTargets(definition: Definition, alsoOn: ReadonlySet<Part> = new Set()): Target[] {
  const isOn = (part: Part) => isPartOn(definition, part) || alsoOn.has(part);
  return targets.filter(({ group }) => {
    if (group === 'unit') return true;
    return group === 'answers' ? isOn('contact') : isOn(group);
  });
}

/** The fields of which this is the main column. */
export const targetsOf = (definition: Definition, column: string): Target[] =>
  targets.filter((target) => columnsIn(sourceOf(definition, target))[0] === column);
