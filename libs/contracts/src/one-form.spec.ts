import { z } from 'zod';
import * as contracts from './index.js';
import { instant } from './written.js';

type Schema = z.core.$ZodType;

/** The strings in a contract, and where. */
function stringsIn(value: unknown, path: string, seen = new Set<unknown>()): [path: string, Schema][] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if (!(value instanceof z.core.$ZodType)) {
    const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
    return isPlain ? Object.entries(value).flatMap(([name, part]) => stringsIn(part, `${path}.${name}`, seen)) : [];
  }
  const { def } = value._zod;
  return def.type === 'string' ? [[path, value]] : stringsIn({ ...def }, path, seen);
}

const strings = Object.entries<unknown>(contracts).flatMap(([name, schema]) => stringsIn(schema, name));
const formatOf = (schema: Schema) => 'format' in schema._zod.def && schema._zod.def.format;

describe('what can be written in several ways comes out of a contract in one', () => {
  const id = '0197f0a1-5b7c-7abc-8def-0123456789ab';

  it('an id in small letters, wherever there is one', () => {
    const ids = strings.filter(([, schema]) => formatOf(schema) === 'uuid');
    expect(ids.length).toBeGreaterThan(20);
    const asGiven = ids.filter(([, schema]) => z.parse(schema, id.toUpperCase()) !== id).map(([path]) => path);
    expect(asGiven).toEqual([]);
  });

  it.each([
    ['1899-12-31T23:59:59Z', 'custom'],
    ['1900-01-01T00:00:00+08:00', 'custom'],
    ['2201-01-01T00:00:00Z', 'custom'],
    ['9999-12-31T23:59:59-08:00', 'custom'],
    ['yesterday', 'invalid_format'],
  ])('an instant is of our years, and refused by one word: %s', (written, code) => {
    expect(instant.safeParse(written).error?.issues).toMatchObject([{ code }]);
  });

  it.each([
    ['2026-01-01T08:00:00.123987+08:00', '2026-01-01T00:00:00.123Z'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
  ])('an instant as milliseconds of UTC: %s', (written, stored) => {
    const said = { id, channel: 'phone', direction: 'in', startedAt: written, endedAt: written };
    expect(contracts.LogContact.parse(said)).toMatchObject({ startedAt: stored, endedAt: stored });
  });
});
