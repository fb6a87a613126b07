export const temperaments = ['results', 'professor', 'actor', 'good-natured'] as const;

/** Task or people first, slow or quick. */
export type Temperament = (typeof temperaments)[number];

/** Where a behaviour points: to the task or to people (first), to quick or slow (second); 0 says nothing of it. */
type Signs = readonly [taskNotPeople: -1 | 0 | 1, quickNotSlow: -1 | 0 | 1];

/** What one can observe, and what it is a sign of. */
const signs = {
  'comes-to-the-point': [1, 1],
  'wants-results-not-details': [1, 1],
  'decides-at-once': [0, 1],
  'cuts-explanations-short': [0, 1],
  'asks-for-data-and-proof': [1, -1],
  'reads-everything': [1, -1],
  'strict-about-mistakes': [1, 0],
  'thinks-before-answering': [0, -1],
  'shows-feelings': [-1, 1],
  'talks-much-and-warmly': [-1, 1],
  'goes-to-extremes': [-1, 1],
  'relation-comes-first': [-1, 0],
  'gentle-and-low-key': [-1, -1],
  'agrees-but-does-not-decide': [-1, -1],
  'avoids-a-refusal': [-1, -1],
} as const satisfies Record<string, Signs>;

export type Behaviour = keyof typeof signs;
export const behaviours = Object.keys(signs) as Behaviour[];

const types: Readonly<Record<string, Temperament>> = {
  '1 1': 'results',
  '1 -1': 'professor',
  '-1 1': 'actor',
  '-1 -1': 'good-natured',
};

/** The type to which more of the observed behaviours point on both axes; undefined where one of them stays even. */
export function temperamentOf(observed: Iterable<Behaviour>): Temperament | undefined {
  let [task, quick] = [0, 0];
  for (const behaviour of new Set(observed)) {
    task += signs[behaviour][0];
    quick += signs[behaviour][1];
  }
  return types[`${Math.sign(task)} ${Math.sign(quick)}`];
}
