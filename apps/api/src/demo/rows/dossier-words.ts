import type { CareClass, DossierPart } from '@forecall/domain';

/** Texts of the dossier, several for each part. {name}, {person} and {industry} are put in. */
export const dossierTexts: Readonly<Record<DossierPart, readonly string[]>> = {
  background: [
    'Founded in 1996, family held until 2015. Head office and two sites in the same district; buys from the same four houses for ten years.',
    'A {industry} house with 40 years behind it. Grew by buying two smaller ones in 2019; their systems are still apart.',
    'Started as a department of a state firm, on its own feet since 2004. Long-standing partner of ours since the first terminals.',
    'Young and fast: founded 2014, three rounds of money, 600 people. Changes suppliers without regret when one is slow.',
  ],
  organisation: [
    '{person} reports to the deputy general manager. Purchasing signs above CNY 200,000; below that the departments decide.',
    'Two subsidiaries with IT of their own, one purchasing for all. What finance does not approve in writing does not happen.',
    'Flat: the general manager, three heads, then the teams. {person} is asked in everything that touches the branches.',
    'The board meets every second month. Operations proposes, finance checks, the board nods.',
  ],
  project: [
    'Replaces the machines of the counters, 180 places in three waves; the second wave runs until spring.',
    'Moves its accounting to one system. Everything else waits until the books of the year are closed.',
    'Opens eleven new sites next year and wants each running within a day of the keys.',
    'Renewal of the maintenance contract for all sites, put out to tender in the first quarter.',
  ],
  'way-in': [
    '{person} was with us at the fair and asked for the test report; wants a pilot in two sites first.',
    'Their night shift suffers most from slow answers. A line of their own for nights would open the door.',
    'Their auditor asks for proof of every repair. Our receipts are better than what they have now.',
    '{person} trusts our technicians more than our salespeople. Let the technicians speak first.',
  ],
  competitors: [
    'Wanda Terminals has a pilot in three sites, 12% cheaper, but two weeks for a spare part.',
    'The house supplier of the group mother is set for software; hardware is open.',
    'Two regional dealers quote at every turn. They win on price and lose on service within a year.',
    'Nobody else inside at present; a former colleague of ours now sells for Northstar and calls there.',
  ],
  timetable: [
    'Offer by 15 January, pilot in February, decision of the board in April. Visit before the Spring Festival.',
    'Budget talks begin in September. Figures for next year must be with finance by the end of August.',
    'Tender papers in March, two rounds, award before the summer. Our references are due with the first round.',
  ],
  gain: [
    'CNY 1.2 million in the first year, then 300,000 a year of maintenance. A reference that others in {industry} ask about.',
    'Small in money at first; opens the two sister houses, which are five times the size.',
    'Keeps a third of our sales in this district. Losing it would cost more than the discount they ask for.',
    'About CNY 480,000 a year, paid on time. The training of their staff binds them to us for three years.',
  ],
};

/** What stood there before it was put right. */
export const outdatedTexts: Readonly<Record<DossierPart, string>> = {
  background: 'A {industry} house of the region. More to be asked at the next visit.',
  organisation: '{person} seems to decide alone; to be checked.',
  project: 'Nothing large this year, as far as we have heard.',
  'way-in': 'No way in yet. The reception passes nobody on.',
  competitors: 'Wanda Terminals has been seen there; nothing firm.',
  timetable: 'No dates yet. {person} will call after the holidays.',
  gain: 'Not reckoned yet.',
};

/** Why an account is in its class. */
export const classReasons: Readonly<Record<CareClass, readonly string[]>> = {
  loyal: [
    'Buys from us for years and renews without a tender; volume stands still.',
    'Recommends us to others. Sales flat for three years, satisfaction high.',
    'Same order every quarter. What counts is that nothing goes wrong.',
  ],
  'fast-growing': [
    'Orders up by a third against last year, new sites every quarter.',
    'Doubled its places since spring; asks for more of our people on site.',
    'Third framework contract within a year.',
  ],
  dormant: [
    'No new order for eighteen months; the contract for repairs runs on.',
    'Was a customer until its move. Nobody has talked to them about what they need now.',
    'Buys spare parts only since its new head of purchasing came.',
  ],
  'worth-cultivating': [
    'Large house, small share for us so far. Open to a second supplier next year.',
    'Asked for our price list twice and came to the training day.',
    'Their project of next year fits what we do best.',
  ],
};

export const doNotCallReasons = [
  'Asked us to write only',
  'On parental leave until spring',
  'Calls go to the assistant, by their own wish',
  'Complained about calls during meetings',
] as const;
