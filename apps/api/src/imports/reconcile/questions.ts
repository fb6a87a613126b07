import type { FigureAnswer } from '@forecall/contracts';
import type { AskRoute } from './figure-route.js';
import type { Asked } from './map.js';

/** Which figures of ours a section speaks of, and in which period. */
export interface Frame {
  readonly by: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly clock: 'end' | 'arrival';
}

/** Figures by group; a group is named by the names of its members, as people read them. */
export type Groups = ReadonlyMap<string, FigureAnswer>;

const between = '\u0001';
export const groupKey = (labels: readonly string[]): string => labels.join(between);

/** Asks the route each question once, whatever number of figures is read from its answer. */
export class Questions {
  private readonly asked = new Map<string, Promise<Groups>>();

  constructor(private readonly route: AskRoute) {}

  /** The total stands under no label, the groups under theirs. */
  groups({ metric, attribute, part, threshold, scope }: Asked, { by, from, to, clock }: Frame): Promise<Groups> {
    const quantiles = part === 'median' || part === 'maximum' || part.startsWith('percentile');
    const question = { metric, attribute, by, scope, threshold, quantiles, from, to, clock };
    const key = JSON.stringify(question);
    const known = this.asked.get(key) ?? this.ask(question);
    this.asked.set(key, known);
    return known;
  }

  get count(): number {
    return this.asked.size;
  }

  private async ask(question: Parameters<AskRoute>[0]): Promise<Groups> {
    const { total, groups } = await this.route(question);
    if (question.by.length === 0) return new Map([['', total]]);
    return new Map(
      groups.map(({ keys, names, figure }) => [groupKey(keys.map((key, index) => names[index]?.en ?? key)), figure]),
    );
  }
}
