import type { MetricDefinition } from './metric-definition.js';

/** Two measures of one dimension by one customer differ on this scale; other scales are left out. */
export const gapSteps = 7;
/** A further contact on the same matter so soon says that the first did not settle it. */
export const firstContactWithinDays = 7;

const ofAnswers = { side: 'handling', ownedBy: 'answer time' } as const;
/** About a contact, by that contact's attribution. */
const service = { ...ofAnswers, source: 'answer' } as const;
/** About the whole relationship, by the rep in care, team, supervisor and department of the day it was asked. */
const relationship = { ...ofAnswers, source: 'relationship' } as const;

const share = { kind: 'proportion', unit: 'rate', direction: 'higher is better', minimumN: 5 } as const;
const mean = {
  kind: 'mean',
  unit: 'score',
  direction: 'higher is better',
  minimumN: 5,
  scale: { low: 1, high: 5 },
  answers: 'csat',
} as const;

const scores = { answer_1: 1, answer_2: 2, answer_3: 3, answer_4: 4, answer_5: 5 } as const;
const allScores = { answer_1: 1, answer_2: 1, answer_3: 1, answer_4: 1, answer_5: 1 } as const;
const allEntered = { entered_1: 1, entered_2: 1, entered_3: 1, entered_4: 1, entered_5: 1 } as const;
/** What one of ours entered is no answer of the customer's own. */
const withoutEntered = { excluded: { 'entered by one of ours': allEntered } } as const;
const relationshipScores = {
  relationship_1: 1,
  relationship_2: 2,
  relationship_3: 3,
  relationship_4: 4,
  relationship_5: 5,
} as const;
const allRelationshipScores = {
  relationship_1: 1,
  relationship_2: 1,
  relationship_3: 1,
  relationship_4: 1,
  relationship_5: 1,
} as const;

/**
 * The mean of answers that count 1, 0 and -1. With 30 of them the margin is about 28 points, so under 20 nothing is said,
 * and no person is measured by it.
 */
const netPromoters = {
  version: 1,
  kind: 'mean',
  unit: 'net-share',
  direction: 'higher is better',
  minimumN: 20,
  answers: 'nps',
  scale: { low: -1, high: 1 },
  numerator: { nps_promoter: 1, nps_detractor: -1 },
  denominator: { nps_promoter: 1, nps_passive: 1, nps_detractor: 1 },
  squares: { nps_promoter: 1, nps_detractor: 1 },
} as const;

const easy = {
  ...share,
  version: 1,
  answers: 'ces',
  numerator: { ces_easy: 1 },
  denominator: { ces_easy: 1, ces_not_easy: 1 },
} as const;

/**
 * By the day asked. What never arrived is left out; what expired or is still open was not answered, and how many may
 * still be is told beside, as are replies that came by no letter: there is no count of those who were not asked.
 */
const responses = {
  ...share,
  version: 1,
  side: 'handling',
  ownedBy: 'day asked',
  numerator: { ask_answered: 1 },
  denominator: { ask_delivered: 1 },
  excluded: { bounced: { ask_bounced: 1 } },
  beside: { ask_open: 1, ask_undelivered: 1 },
} as const;

/** What customers say: of the service in a contact, and of the relationship. An answer is in one of both, never in two. */
export const satisfactionMetrics = {
  csat: {
    ...service,
    ...share,
    version: 2,
    answers: 'csat',
    name: 'Satisfied answers',
    formula: 'answers 4 or 5 about a contact / valid answers on 1..5 about a contact',
    numerator: { answer_4: 1, answer_5: 1 },
    denominator: allScores,
    ...withoutEntered,
  },
  'csat-mean': {
    ...service,
    ...mean,
    version: 2,
    name: 'Mean satisfaction score',
    formula: 'sum of the scores about contacts / number of answers on 1..5 about contacts',
    numerator: scores,
    denominator: allScores,
    squares: { answer_1: 1, answer_2: 4, answer_3: 9, answer_4: 16, answer_5: 25 },
    ...withoutEntered,
  },
  'csat-entered': {
    ...service,
    ...share,
    version: 1,
    answers: 'csat',
    name: 'Satisfied answers, entered by one of ours',
    formula: 'answers 4 or 5 about a contact that one of ours entered / all of 1..5 that one of ours entered',
    numerator: { entered_4: 1, entered_5: 1 },
    denominator: allEntered,
  },
  'csat-relationship': {
    ...relationship,
    ...share,
    version: 1,
    answers: 'csat',
    name: 'Satisfied with the relationship',
    formula: 'answers 4 or 5 about the relationship / valid answers on 1..5 about the relationship',
    numerator: { relationship_4: 1, relationship_5: 1 },
    denominator: allRelationshipScores,
  },
  'csat-relationship-mean': {
    ...relationship,
    ...mean,
    version: 1,
    name: 'Mean score of the relationship',
    formula: 'sum of the scores about the relationship / number of answers on 1..5 about the relationship',
    numerator: relationshipScores,
    denominator: allRelationshipScores,
    squares: { relationship_1: 1, relationship_2: 4, relationship_3: 9, relationship_4: 16, relationship_5: 25 },
  },
  nps: {
    ...service,
    ...netPromoters,
    name: 'Net promoter score after contacts',
    formula: 'share of 9 and 10 less share of 0 to 6, of answers on 0..10 about a contact',
    notBy: { dimensions: ['rep', 'supervisor'], insteadUse: 'csat' },
  },
  'nps-relationship': {
    ...relationship,
    ...netPromoters,
    name: 'Net promoter score of the relationship',
    formula: 'share of 9 and 10 less share of 0 to 6, of answers on 0..10 about the relationship',
    notBy: { dimensions: ['rep', 'supervisor'], insteadUse: 'csat-relationship' },
  },
  ces: {
    ...service,
    ...easy,
    name: 'Found it easy, of contacts (CES, 5 to 7 of 7)',
    formula: 'answers 5, 6 or 7 about a contact / valid answers on 1..7 to "We made it easy", about a contact',
  },
  'ces-relationship': {
    ...relationship,
    ...easy,
    name: 'Find it easy with us (CES, 5 to 7 of 7)',
    formula: 'answers 5, 6 or 7 about the relationship / valid answers on 1..7 to "You make it easy", about it',
  },
  'survey-response-rate': {
    ...responses,
    source: 'contact-ask',
    name: 'Surveys answered, of contacts',
    formula:
      'answered / delivered, of letters about contacts and complaints, by the day asked; open ones count as not answered',
  },
  'survey-response-rate-relationship': {
    ...responses,
    source: 'relationship-ask',
    name: 'Surveys answered, of the relationship',
    formula:
      'answered / delivered, of letters about the relationship, by the day asked; open ones count as not answered',
  },
  'servqual-gap': {
    version: 1,
    source: 'perception',
    side: 'handling',
    ownedBy: 'answer time',
    kind: 'mean',
    unit: 'gap',
    direction: 'higher is better',
    minimumN: 5,
    scale: { low: 1 - gapSteps, high: gapSteps - 1 },
    name: 'Perceived less expected',
    formula:
      'perception less expectation on 1..7 / pairs of both in one reply, of key accounts, about the relationship; pairs of one reply are taken as independent',
    numerator: { gap_points: 1 },
    denominator: { gap_pair: 1 },
    squares: { gap_points_squared: 1 },
    excluded: {
      'without its other half': { gap_half: 1 },
      'on another scale': { gap_other_scale: 1 },
      'about a contact': { gap_of_contact: 1 },
    },
  },
  fcr: {
    ...share,
    version: 1,
    source: 'first-contact',
    side: 'handling',
    ownedBy: 'contact end',
    name: 'Settled at first contact',
    formula:
      'first contacts with no further contact on the same matter (person, else account, and reason) within 7 days / first contacts whose 7 days have passed',
    numerator: { first_settled: 1 },
    denominator: { first_settled: 1, first_followed: 1 },
    excluded: {
      'within its 7 days': { first_pending: 1 },
      'unknown caller': { first_unknown: 1 },
      'no reason recorded': { first_no_reason: 1 },
    },
  },
} as const satisfies Record<string, MetricDefinition>;
