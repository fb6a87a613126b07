import type { RecordKind, Visitor, World } from './world.js';

/** What a request needs besides method and path to be a good one. */
export interface Asked {
  /** Replaces `:id` and the like. */
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: object;
  readonly headers?: Record<string, string>;
}

export interface Cell {
  readonly world: World;
  readonly visitor: Visitor;
  readonly kind: RecordKind;
}

/** How a route, or a live event, is asked well. A fresh record for each cell, because many requests change it. */
export interface Example {
  /** Left out: the route is about no single record. */
  readonly records?: readonly RecordKind[];
  readonly asked: (cell: Cell) => Promise<Asked> | Asked;
}

export type Examples = Readonly<Record<string, Example>>;

export const absentId = '01998d3a-0000-7000-8000-000000000000';

/** The desk at which a record of that kind is made. */
export const deskOf = ({ world, kind }: Cell) => (kind === 'neighbour' ? world.neighbour : world.own);

const everyKind = ['own', 'neighbour', 'absent'] as const;

/** A route about one record: `make` gives its id, and is not asked for an absent one. */
export const aboutRecord = (
  make: (cell: Cell) => Promise<string>,
  rest: Omit<Asked, 'params'> = {},
  records: readonly RecordKind[] = everyKind,
): Example => ({
  records,
  asked: async (cell) => ({ ...rest, params: { id: cell.kind === 'absent' ? absentId : await make(cell) } }),
});

/** A route about no single record. */
export const plain = (asked: Asked | ((cell: Cell) => Promise<Asked> | Asked) = {}): Example => ({
  asked: typeof asked === 'function' ? asked : () => asked,
});
