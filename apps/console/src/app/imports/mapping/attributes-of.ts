import { at, isRecord, put, type Definition, type Path } from './definition.js';

/** `account`: of the customer in any case; `rest`: of what keeps the columns that nothing uses. */
export type AttributesPlace = 'rest' | 'account';

export interface HeldAttribute {
  readonly place: AttributesPlace;
  readonly name: string;
  readonly source: unknown;
}

const places: Readonly<Record<AttributesPlace, Path>> = {
  rest: ['attributes', 'fields'],
  account: ['account', 'attributes'],
};

export function attributesIn(definition: Definition, place: AttributesPlace): [string, unknown][] {
  const fields = at(definition, places[place]);
  return Object.entries(isRecord(fields) ? fields : {});
}

/** Those of which this is the main column. */
export const attributesOf = (definition: Definition, column: string): HeldAttribute[] =>
  (['rest', 'account'] as const).flatMap((place) =>
    attributesIn(definition, place)
      .filter(([, source]) => isRecord(source) && source['column'] === column)
      .map(([name, source]) => ({ place, name, source })),
  );

/** Undefined takes the attribute away. */
export const withAttribute = (
  definition: Definition,
  { place, name }: Pick<HeldAttribute, 'place' | 'name'>,
  source: unknown,
): Definition => put(definition, [...places[place], name], source);
