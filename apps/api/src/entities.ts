import type { EntitySchema, MixedList } from 'typeorm';

type EntityClass = Extract<MixedList<string | EntitySchema | (new () => object)>, unknown[]>[number];

/** Every entity of the API; the drift spec compares them with the migrated tables. */
export const entities: EntityClass[] = [];
