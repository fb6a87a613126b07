import type { HoldTraining, NamedInBoth, TrainingEntry } from '@forecall/contracts';

/** Somebody of the account as the form of a session has them; empty stands for what is not known. */
export interface Attending {
  readonly person: NamedInBoth;
  readonly isAsked: boolean;
  readonly came: '' | 'yes' | 'no';
  readonly score: string;
  readonly feedback: string;
  /** Nobody of ours has taught them for a year. */
  readonly isUntaught: boolean;
}

const nobody = { isAsked: false, came: '', score: '', feedback: '' } as const;

/** All who are there, and besides who attended and has left since. */
export function attendingOf(
  people: readonly NamedInBoth[],
  attendance: TrainingEntry['attendance'],
  untaught: readonly NamedInBoth[],
): Attending[] {
  const attended = new Map(attendance.map((one) => [one.person.id, one]));
  const ids = new Set(untaught.map(({ id }) => id));
  const gone = attendance.map(({ person }) => person).filter(({ id }) => !people.some((one) => one.id === id));
  return [...people, ...gone].map((person): Attending => {
    const told = attended.get(person.id);
    const { id, name, nameZh } = person;
    const one = { ...nobody, person: { id, name, nameZh }, isUntaught: ids.has(id) };
    if (!told) return one;
    const { isPresent, score, feedback } = told;
    const came = isPresent === null ? '' : isPresent ? 'yes' : 'no';
    return { ...one, ...{ isAsked: true, came, score: String(score ?? ''), feedback } };
  });
}

/** As it is sent: of a session ahead nobody has come yet, and who did not come said nothing of it. */
export const attendanceTold = (all: readonly Attending[], isAhead: boolean): HoldTraining['attendance'] =>
  all
    .filter(({ isAsked }) => isAsked)
    .map(({ person, came, score, feedback }) => {
      const isPresent = isAhead || came === '' ? null : came === 'yes';
      const said = isPresent === true;
      return {
        ...{ personId: person.id, isPresent },
        score: said && score !== '' ? Number(score) : null,
        feedback: said ? feedback.trim() : '',
      };
    });
