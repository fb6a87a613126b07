/** A text in both languages of the product. */
export interface InBoth {
  readonly en: string;
  readonly zh: string;
}

/** One anchored level of an item: what so many points look like. */
export interface RubricLevel {
  readonly points: number;
  readonly text: InBoth;
}

interface ItemBase {
  readonly id: string;
  /** What is looked for: "Answers the objection honestly". */
  readonly text: InBoth;
  /** What the assessor needs to know of it; empty: nothing. */
  readonly help: InBoth;
  /** How much its points count: 0 to 100, of two decimals. With 0 it is a fact that others hang on. */
  readonly weight: number;
  /** Who fails it fails the exam, whatever the score. */
  readonly isCritical: boolean;
  /** The assessor may say that it does not apply; then it leaves both sums. */
  readonly mayNotApply: boolean;
  /** It applies only where an earlier item has at least so many points. */
  readonly onlyIf: { readonly itemId: string; readonly atLeast: number } | null;
}

/** Either done or not: 1 point or none. A critical one is failed without the point. */
export interface YesNoItem extends ItemBase {
  readonly kind: 'yes-no';
}

/** Points by levels, each of which says what it looks like, the best first. A critical one is failed under `failsUnder`. */
export interface PointsItem extends ItemBase {
  readonly kind: 'points';
  readonly levels: readonly RubricLevel[];
  readonly failsUnder: number;
}

export type RubricItem = YesNoItem | PointsItem;

export interface RubricGroup {
  readonly id: string;
  readonly name: InBoth;
  readonly items: readonly RubricItem[];
}

/** What an exam is marked by. */
export interface Rubric {
  readonly groups: readonly RubricGroup[];
  /** The score from which one passes: 0 to 100, of two decimals; compared with the unrounded score. */
  readonly passMark: number;
  /** Why this mark and no other. */
  readonly passMarkWhy: InBoth;
}

export const itemsOf = ({ groups }: Pick<Rubric, 'groups'>): readonly RubricItem[] =>
  groups.flatMap(({ items }) => items);

/** The most points of an item. */
export const maximumOf = (item: RubricItem): number =>
  item.kind === 'yes-no' ? 1 : Math.max(...item.levels.map(({ points }) => points));

/** What can be given for an item, the best first. */
export const pointsOf = (item: RubricItem): readonly number[] =>
  item.kind === 'yes-no' ? [1, 0] : item.levels.map(({ points }) => points).toSorted((a, b) => b - a);

/** Under so many points a critical item is failed. */
export const failsUnder = (item: RubricItem): number => (item.kind === 'yes-no' ? 1 : item.failsUnder);
