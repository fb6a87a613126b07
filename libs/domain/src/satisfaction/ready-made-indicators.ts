import type { MetricId } from '../figures/metric.js';
import { goalFault } from './indicator.js';
import { type CardKind, cardKinds, type DialName, type Goal } from './scorecard.js';

/** An indicator of every card of a kind, without its dates. */
export interface IndicatorTold extends Goal {
  readonly metric: MetricId;
  readonly card: CardKind;
  readonly weight: number;
  readonly dial: DialName | null;
}

/** Target and floor to begin with, in the figure's own unit, of all that can be wanted. */
const goals: Partial<Readonly<Record<MetricId, readonly [number, number]>>> = {
  csat: [0.85, 0.6],
  'csat-relationship': [0.85, 0.6],
  'complaint-rate': [0.03, 0.08],
  'complaints-concerning': [0.02, 0.06],
  fcr: [0.75, 0.55],
  'resolved-at-contact': [0.8, 0.6],
  'promise-kept-rate': [0.95, 0.7],
  'acknowledged-in-time': [0.95, 0.7],
  'resolved-in-time': [0.9, 0.6],
  'complaint-reopen-rate': [0.05, 0.2],
  'repeat-complaint-rate': [0.1, 0.3],
  'cadence-compliance': [0.85, 0.6],
  'proactive-catch-rate': [0.3, 0.05],
  'training-coverage': [0.8, 0.4],
  'survey-response-rate': [0.3, 0.1],
  'exam-first-attempt-pass-rate': [0.8, 0.5],
  'exam-pass-rate': [1, 0.7],
  'complaint-rate-handling': [0.03, 0.08],
  'complaints-per-1000-accounts': [20, 60],
  'open-complaints': [10, 40],
  'upheld-rate': [0.3, 0.7],
  'abandonment-rate': [0.05, 0.15],
  asa: [20, 60],
  'service-level-1': [0.8, 0.6],
  'service-level-2': [0.8, 0.6],
  'service-level-3': [0.8, 0.6],
  'service-level-4': [0.8, 0.6],
  'service-level-5': [0.8, 0.6],
  'resolved-of-offered': [0.75, 0.55],
  'csat-entered': [0.85, 0.6],
  'csat-mean': [4.2, 3.5],
  'csat-relationship-mean': [4.2, 3.5],
  nps: [0.3, 0],
  'nps-relationship': [0.3, 0],
  ces: [0.8, 0.55],
  'ces-relationship': [0.8, 0.55],
  'survey-response-rate-relationship': [0.3, 0.1],
  'servqual-gap': [0, -1.5],
  'lead-time': [7 * 86_400, 86_400],
};

/** What is proposed when somebody chooses a figure; null of what has no better side. */
export function proposedGoal(metric: MetricId): Goal | null {
  const [target, floor] = goals[metric] ?? [];
  return target === undefined || floor === undefined ? null : { target, floor };
}

/** Which of them on which card, with their weight; of supervisors with the dial. */
const cards: Readonly<Record<CardKind, readonly (readonly [MetricId, number, DialName?])[]>> = {
  rep: [
    ['csat', 3],
    ['csat-relationship', 1],
    ['complaints-concerning', 2],
    ['fcr', 1],
    ['promise-kept-rate', 2],
    ['acknowledged-in-time', 1],
    ['cadence-compliance', 1],
    ['exam-pass-rate', 1],
  ],
  team: [
    ['csat', 3],
    ['csat-relationship', 1],
    ['complaints-concerning', 2],
    ['promise-kept-rate', 2],
    ['acknowledged-in-time', 1],
    ['resolved-in-time', 1],
    ['cadence-compliance', 1],
    ['exam-pass-rate', 2],
  ],
  supervisor: [
    ['csat', 3, 'targets'],
    ['complaints-concerning', 2, 'targets'],
    ['resolved-in-time', 2, 'targets'],
    ['promise-kept-rate', 2, 'team'],
    ['cadence-compliance', 1, 'team'],
    ['acknowledged-in-time', 1, 'team'],
    ['exam-first-attempt-pass-rate', 2, 'skills'],
    ['exam-pass-rate', 2, 'skills'],
    ['resolved-at-contact', 1, 'skills'],
  ],
  department: [
    ['complaint-rate', 3],
    ['csat', 3],
    ['csat-relationship', 2],
    ['acknowledged-in-time', 1],
    ['resolved-in-time', 2],
    ['complaint-reopen-rate', 1],
    ['repeat-complaint-rate', 1],
    ['promise-kept-rate', 2],
    ['cadence-compliance', 1],
    ['proactive-catch-rate', 2],
    ['survey-response-rate', 1],
    ['exam-pass-rate', 2],
  ],
};

/** What an organisation may begin with: what the practices of the manual come together in. Every one holds by the rules for indicators. */
export const readyMadeIndicators: readonly IndicatorTold[] = cardKinds.flatMap((card) =>
  cards[card].flatMap(([metric, weight, dial = null]) => {
    const goal = proposedGoal(metric);
    return goal && goalFault(metric, card, goal) === null ? [{ metric, card, ...goal, weight, dial }] : [];
  }),
);
