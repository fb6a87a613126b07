import { z } from 'zod';
import * as contracts from './index.js';

type Schema = z.core.$ZodType;

const schemas = Object.entries<unknown>(contracts).filter(
  (entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType,
);

/** The schemas that a definition holds: members of objects, items, options, what is wrapped. */
function schemasIn(value: unknown): Schema[] {
  if (value instanceof z.core.$ZodType) return [value];
  if (Array.isArray(value)) return value.flatMap(schemasIn);
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain ? Object.values(value).flatMap(schemasIn) : [];
}

/** Every object in a schema, itself included. */
function objectsIn(schema: Schema, seen = new Set<Schema>()): z.core.$ZodObjectDef[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const def = schema._zod.def;
  const own = def.type === 'object' ? [def as z.core.$ZodObjectDef] : [];
  return [...own, ...schemasIn(def).flatMap((part) => objectsIn(part, seen))];
}

const isStrict = (object: z.core.$ZodObjectDef) => object.catchall?._zod.def.type === 'never';

describe('a contract is strict through and through, as a request, or lenient through and through, as an answer', () => {
  it('finds the contracts', () => {
    expect(schemas.length).toBeGreaterThan(50);
  });

  it.each(schemas)('%s', (_name, schema) => {
    const [outer, ...inner] = objectsIn(schema);
    const mixed = inner.filter((object) => isStrict(object) !== (outer && isStrict(outer)));
    expect(mixed.map(({ shape }) => Object.keys(shape))).toEqual([]);
  });

  it('tells a mixture', () => {
    const [outer, inner] = objectsIn(z.strictObject({ a: z.array(z.object({ b: z.string() })).optional() }));
    expect([outer && isStrict(outer), inner && isStrict(inner)]).toEqual([true, false]);
  });
});
