import { z } from 'zod';

/** What somebody wrote, as an answer tells it: the same shape, which lets fields of a later build pass. */
export function asTold<Schema extends z.ZodType>(schema: Schema): Schema {
  const { id: _, ...meta } = schema.meta() ?? {};
  return lenient(schema).meta(meta) as unknown as Schema;
}

function lenient(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject)
    return z.object(
      Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => [name, asTold(field as z.ZodType)])),
    );
  if (schema instanceof z.ZodArray) return z.array(asTold(schema.element as z.ZodType));
  if (schema instanceof z.ZodNullable) return z.nullable(asTold(schema.unwrap() as z.ZodType));
  // What is left out of a request stands in the answer.
  if (schema instanceof z.ZodDefault) return asTold(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodOptional) return z.optional(asTold(schema.unwrap() as z.ZodType));
  if (schema instanceof z.ZodUnion) return z.union(schema.options.map((option) => asTold(option as z.ZodType)));
  if (schema instanceof z.ZodRecord)
    return z.record(schema.keyType as z.ZodString, asTold(schema.valueType as z.ZodType));
  return schema;
}
