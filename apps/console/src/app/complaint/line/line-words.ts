import type { LineItem } from '../time-line-items.js';

type Say = (key: string) => string;

const choices: Readonly<Record<string, string>> = {
  severity: 'severity',
  impact: 'impact',
  needForAction: 'need',
  decision: 'decision',
};

/** A value that was changed: a choice, a moment, an id with its name, or what somebody wrote. */
export function valueText(
  t: Say,
  field: string,
  value: unknown,
  names: Readonly<Record<string, string>>,
  moment: (at: string) => string,
): string {
  if (typeof value !== 'string' || value === '') return '–';
  if (field === 'receivedAt') return moment(value);
  const group = choices[field];
  return group ? t(`complaint-page.${group}.${value}`) : (names[value] ?? value);
}

/** What a step said, in a few words. */
export function saidOf(t: Say, item: LineItem): string {
  if (item.kind !== 'step') return '';
  const { severity, impact, needForAction, decision, closing } = item.step.told;
  const said = [
    severity && t(`complaint-page.severity.${severity}`),
    impact && t(`complaint-page.impact.${impact}`),
    needForAction && t(`complaint-page.need.${needForAction}`),
    decision && t(`complaint-page.decision.${decision}`),
    closing && t(`complaint-page.closing.${closing}`),
  ];
  return said.filter(Boolean).join(', ');
}

export function ownerName(t: Say, item: LineItem, names: Readonly<Record<string, string>>): string | null {
  if (item.kind !== 'change') return null;
  const after = item.change.changes.find(({ field }) => field === 'owner')?.after;
  return typeof after === 'string' ? (names[after] ?? after) : null;
}
