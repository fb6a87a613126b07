import type { StandardSchemaConverter } from '@nestjs/swagger';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** Carries the id of a request's contract until its place in the document is known. */
export const contractId = 'x-contract';

/**
 * Turns contracts into JSON Schema for the API's document. What has a `.meta({ id })` becomes a component. A reply is
 * left open for fields to come, so that a client made from this document survives an upgrade.
 */
export function schemaConverter(): StandardSchemaConverter {
  const known = new Map<string, unknown>();
  return (schema, { schemaType }) => {
    if (!(schema instanceof z.core.$ZodType)) return undefined;
    const {
      $schema: _,
      $defs: components = {},
      ...converted
    } = z.toJSONSchema(schema, {
      io: schemaType,
      override: ({ zodSchema, jsonSchema }) => {
        const { def } = zodSchema._zod;
        const isPlain = def.type === 'object' && !('catchall' in def && def.catchall);
        if (isPlain) delete jsonSchema.additionalProperties;
      },
    }) as Json & { $defs?: Record<string, unknown> };
    for (const [id, component] of Object.entries(components)) {
      const before = known.get(id);
      if (before !== undefined && !isDeepStrictEqual(before, component))
        throw new Error(
          `The contract ${id} reads differently in a request and in a reply: give each an id of its own.`,
        );
      known.set(id, component);
    }
    return { schema: schemaType === 'input' ? spread(converted, components) : converted, components };
  };
}

/** A request's schema may be a query, whose fields must be there to become parameters: no reference will do. */
function spread(schema: Json, components: Record<string, unknown>): Json {
  const id = /^#\/\$defs\/(.+)$/.exec(String(schema['$ref']))?.[1];
  return id === undefined ? schema : { ...(components[id] as Json), [contractId]: id };
}
