import { Entrances, type Entrance } from '../../platform/access/entrances.js';
import { accessExamples } from '../access-examples.js';
import { outcomeOf } from './ask.js';
import type { Example } from './example.js';
import { aVisitor, columns, leaves, type RecordKind, type World } from './world.js';

const nameWidth = 52;
const line = (name: string, kind: string, cells: readonly string[]) =>
  [name.padEnd(nameWidth), kind.padEnd(10), ...cells.map((cell) => cell.padEnd(11))].join('').trimEnd();

/** Routes and events that nobody has said how to ask, and examples of what is no more. */
export function exampleFaults(entrances: readonly Entrance[]): string[] {
  const names = new Set(entrances.map(({ name }) => name));
  return [
    ...entrances.filter(needsExample).map(({ name }) => `${name}: add how it is asked to testing/access-examples`),
    ...Object.keys(accessExamples)
      .filter((name) => !names.has(name))
      .map((name) => `${name}: is no more, take it out of testing/access-examples`),
  ];
}

const needsExample = ({ name }: Entrance) =>
  !(name in accessExamples) && (!name.startsWith('GET ') || name.includes(':'));

/** The table of every way in: one line for each kind of record, one column for each who may come. */
export async function accessTable(world: World): Promise<string[]> {
  const lines = [line('', 'record', columns)];
  for (const entrance of entrancesOf(world)) {
    const example: Example = accessExamples[entrance.name] ?? { asked: () => ({}) };
    for (const kind of example.records ?? (['-'] as const))
      lines.push(line(entrance.name, kind, await rowOf(world, entrance, example, kind)));
  }
  return lines;
}

export const entrancesOf = (world: World): Entrance[] =>
  world.test.app
    .get(Entrances)
    .list()
    .toSorted((one, other) => one.kind.localeCompare(other.kind) * -1 || byPath(one.name, other.name));

const byPath = (one: string, other: string) => {
  const key = (name: string) => name.split(' ').toReversed().join(' ');
  return key(one) < key(other) ? -1 : 1;
};

/** One after the other: what is asked of one record must not get in the way of another column. */
async function rowOf(world: World, entrance: Entrance, example: Example, kind: RecordKind): Promise<string[]> {
  const outcomes: string[] = [];
  for (const column of columns) {
    const visitor = await aVisitor(world, column);
    const cell = { world, kind, visitor };
    outcomes.push(await outcomeOf(entrance, cell, await example.asked(cell)));
    await leaves(world, visitor);
  }
  return outcomes;
}
