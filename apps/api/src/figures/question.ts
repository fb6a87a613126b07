import { insteadOf, isTime, type MetricDefinition, type MetricId } from '@forecall/domain';
import type { FigureQuestion } from '@forecall/contracts';
import type { Reach } from '../platform/access/viewer.js';
import type { Onlooker } from '../complaints/complaint-sight.service.js';
import { badRequest } from '../platform/http/problem.js';

/** One condition of the scope: `dimension` has this id. */
export interface ScopePart {
  readonly dimension: string;
  readonly id: string;
}

/** A question for a figure, checked and with its period as instants. */
export interface Question {
  readonly metricId: MetricId;
  readonly metric: MetricDefinition;
  readonly scope: readonly ScopePart[];
  readonly by: readonly string[];
  readonly from: Date;
  readonly to: Date;
  readonly zone: string;
  readonly clock: 'end' | 'arrival';
  readonly thresholdSeconds: number;
  /** What a figure of an attribute is about; null for all others. */
  readonly attribute: string | null;
  /** Whether attributes that differ by capitals only are one. */
  readonly letters: FigureQuestion['letters'];
  /** Null: every row may be counted. */
  readonly reach: Reach | null;
  /** From whom the customers of complaints about them are withheld; null: the question is nobody's. */
  readonly onlooker: Onlooker | null;
}

const units = ['department', 'team', 'rep', 'supervisor', 'reason', 'widest-reason', 'account', 'campaign'];
const uuidDimensions = new Set(units);
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function scopeParts(scope: readonly string[]): ScopePart[] {
  return scope.map((text) => {
    const at = text.startsWith('attribute:') ? text.indexOf(':', 'attribute:'.length) : text.indexOf(':');
    const dimension = text.slice(0, at);
    const id = text.slice(at + 1);
    const part = { dimension, id: uuidDimensions.has(dimension) ? id.toLowerCase() : id };
    if (uuidDimensions.has(part.dimension) && !uuidPattern.test(part.id)) {
      throw badRequest('invalid', `scope: ${part.dimension} takes a UUID`, {
        fields: [{ path: 'scope', code: 'invalid_format', message: `${part.dimension} takes a UUID` }],
      });
    }
    return part;
  });
}

/** Refuses what the metric's definition rules out, naming the metric that answers instead. */
export function checkAgainstDefinition(metricId: MetricId, asked: Pick<FigureQuestion, 'by'> & { scope: ScopePart[] }) {
  const dimensions = [...asked.by, ...asked.scope.map(({ dimension }) => dimension)];
  for (const dimension of dimensions) {
    const instead = insteadOf(metricId, dimension);
    if (instead === null) continue;
    throw badRequest('metric-not-by', `${metricId} is not given by ${dimension}; ${instead} answers that.`, {
      values: { metric: metricId, by: dimension, instead },
    });
  }
}

/** The dimensions of scope and breakdown that are not time. */
export const unitDimensions = ({ scope, by }: Pick<Question, 'scope' | 'by'>): string[] => [
  ...new Set([...scope.map(({ dimension }) => dimension), ...by.filter((dimension) => !isTime(dimension))]),
];
