export type Whose = 'theirs' | 'mine';

/** The name of a field of an entry. */
export type FieldOf<Entry> = keyof Entry & string;

/** A field in which what is saved now and what one wrote differ, and what goes without saying. */
export interface Difference<Entry> {
  readonly field: FieldOf<Entry>;
  /** Null: both changed it, so somebody has to choose. */
  readonly usual: Whose | null;
}

/** How the fields of an entry and their values are said. */
export interface EntryWords<Entry> {
  readonly field: (name: FieldOf<Entry>) => string;
  readonly value: (name: FieldOf<Entry>, entry: Entry) => string;
}

/** After somebody else saved: where the two versions differ. `base` is what one had before oneself when one began. */
export const differencesOf = <Entry extends object>(base: Entry, mine: Entry, theirs: Entry): Difference<Entry>[] =>
  fieldsOf(mine)
    .filter((field) => mine[field] !== theirs[field])
    .map((field) => ({
      field,
      usual: mine[field] === base[field] ? 'theirs' : theirs[field] === base[field] ? 'mine' : null,
    }));

/** The version that the choices make of the two; what they do not name stays as it is saved. */
export const chosenOf = <Entry extends object>(
  mine: Entry,
  theirs: Entry,
  choices: Readonly<Partial<Record<FieldOf<Entry>, Whose | null>>>,
): Entry => ({
  ...theirs,
  ...Object.fromEntries(
    fieldsOf(mine)
      .filter((field) => choices[field] === 'mine')
      .map((field) => [field, mine[field]]),
  ),
});

/** In the order in which they stand in it. */
const fieldsOf = <Entry extends object>(entry: Entry) => Object.keys(entry) as FieldOf<Entry>[];
