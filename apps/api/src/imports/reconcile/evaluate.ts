import type { FigureAnswer } from '@forecall/contracts';
import { wilsonInterval } from '@forecall/domain';
import { figureOfNothing } from '../../figures/figures.service.js';
import type { Asked, Expression } from './map.js';
import { type Frame, groupKey, type Questions } from './questions.js';

export type Value = number | string | null | readonly [number, number] | Readonly<Record<string, number | null>>;

/** Where an expression is evaluated: the section's frame, and which of its groups. */
export interface Place {
  readonly frame: Frame;
  readonly labels: readonly string[];
}

export interface ImportCounts {
  readonly read: number;
  readonly taken: number;
  readonly refused: number;
  readonly leftOut: number;
}

/** The number that an expression of the map stands for, from the answers of the figure route. */
export async function evaluate(
  expression: Expression,
  place: Place,
  by: { readonly questions: Questions; readonly counts: ImportCounts },
): Promise<Value> {
  if ('metric' in expression) return asked(expression, place, by.questions);
  if ('import' in expression) return by.counts[expression.import];
  if ('highest' in expression) return highest(expression, place, by.questions);
  if ('groups' in expression) {
    const { groups, by: dimension } = expression;
    return (await by.questions.groups(groups, { ...place.frame, by: [dimension] })).size;
  }
  const numbers = async (parts: readonly Expression[]) =>
    Promise.all(parts.map(async (part) => numberOf(await evaluate(part, place, by))));
  if ('sum' in expression) return calculated(await numbers(expression.sum), (...all) => all.reduce((a, b) => a + b));
  if ('difference' in expression) return calculated(await numbers(expression.difference), (a, b = 0) => a - b);
  if ('ratio' in expression) {
    return calculated(await numbers(expression.ratio), (a, b = 0) => (b === 0 ? null : a / b));
  }
  if ('wilson' in expression) {
    const [count, of] = await numbers(expression.wilson);
    if (typeof count !== 'number' || !of) return null;
    const { low, high } = wilsonInterval(count, of);
    return [low, high];
  }
  const [factor, part] = expression.times;
  return calculated(await numbers([part]), (a) => factor * a);
}

const numberOf = (value: Value): number | null => (typeof value === 'number' ? value : null);

function calculated(
  numbers: readonly (number | null)[],
  by: (...all: [number, ...number[]]) => number | null,
): number | null {
  const known = numbers.filter((one) => one !== null);
  const [first, ...rest] = known;
  return first === undefined || known.length < numbers.length ? null : by(first, ...rest);
}

async function asked(part: Asked, place: Place, questions: Questions): Promise<Value> {
  const inside = part.in ? Object.entries(part.in) : undefined;
  const frame = inside ? { ...place.frame, by: inside.map(([dimension]) => dimension) } : place.frame;
  const labels = inside ? inside.map(([, label]) => label) : place.labels;
  if (part.spread === undefined) {
    const groups = await questions.groups(part, frame);
    return partOf(groups.get(groupKey(labels)) ?? figureOfNothing(part.metric), part);
  }
  const groups = await questions.groups(part, { ...frame, by: [...frame.by, part.spread] });
  const beginning = labels.length === 0 ? '' : groupKey([...labels, '']);
  return Object.fromEntries(
    [...groups]
      .filter(([key]) => key.startsWith(beginning))
      .map(([key, figure]) => [key.slice(beginning.length), numberOf(partOf(figure, part))]),
  );
}

async function highest(
  { highest: part, by, labels }: Extract<Expression, { highest: unknown }>,
  { frame }: Place,
  questions: Questions,
): Promise<string | null> {
  const groups = await questions.groups(part, { ...frame, by: [by] });
  const ranked = [...groups].toSorted(
    (a, b) => (numberOf(partOf(b[1], part)) ?? 0) - (numberOf(partOf(a[1], part)) ?? 0),
  );
  const key = ranked[0]?.[0];
  return key === undefined ? null : (labels[key] ?? key);
}

function partOf(figure: FigureAnswer, { part, beside }: Asked): number | null | [number, number] {
  if (beside !== undefined) return figure.beside[beside] ?? 0;
  if (part === 'interval') return figure.interval && [figure.interval.low, figure.interval.high];
  return figure[part];
}
