import type { ExamReport } from '@forecall/contracts';

const height = 190;
const [left, right, top, foot] = [30, 12, 22, 26];
const mostTicks = 4;

type Bin = ExamReport['bins'][number];
type Part = 'passed' | 'critical' | 'failed';
/** From the axis up; what has a line of its own is drawn on top. */
const parts: readonly Part[] = ['passed', 'failed', 'critical'];

export interface ScoreBars {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly end: number;
  readonly foot: number;
  readonly top: number;
  readonly ticks: readonly { readonly count: number; readonly y: number }[];
  readonly bars: readonly {
    readonly bin: Bin;
    readonly x: number;
    readonly middle: number;
    readonly width: number;
    readonly parts: readonly { readonly part: Part; readonly y: number; readonly height: number }[];
  }[];
  readonly edges: readonly { readonly score: number; readonly x: number }[];
  /** Where the pass mark stands. */
  readonly mark: number;
  readonly isMarkLate: boolean;
}

export const countOf = ({ passed, critical, failed }: Bin): number => passed + critical + failed;

const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Whole numbers from 0 to the first that holds the most, so few that they stay apart. */
function ticksTo(most: number): number[] {
  const step = steps.find((one) => most / one <= mostTicks) ?? 2500;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, n) => n * step);
}

/** Where everything of the spread of scores stands, in pixels: columns of equal width, since each holds as many points. */
export function scoreBars({ bins, rubric }: Pick<ExamReport, 'bins' | 'rubric'>, width: number): ScoreBars {
  const step = (width - left - right) / Math.max(1, bins.length);
  const counts = ticksTo(Math.max(1, ...bins.map(countOf)));
  const most = counts.at(-1) ?? 1;
  const y = (count: number) => height - foot - (count / most) * (height - foot - top);
  const at = bins.findIndex(({ from }) => from >= rubric.passMark);
  const every = Math.max(1, Math.ceil(30 / step));
  const mark = left + (at < 0 ? bins.length : at) * step;
  const edges = [...bins.map(({ from }) => from), ...(bins.at(-1)?.from === 100 ? [] : [100])];
  return {
    ...{ width, height, left, top, mark, end: width - right, foot: height - foot },
    isMarkLate: mark > width * 0.7,
    ticks: counts.map((count) => ({ count, y: y(count) })),
    bars: bins.map((bin, n) => {
      let below = 0;
      return {
        ...{ bin, x: left + n * step + 2, middle: left + (n + 0.5) * step, width: Math.max(1, step - 4) },
        parts: parts.flatMap((part) => {
          if (bin[part] === 0) return [];
          const from = below;
          below += bin[part];
          return [{ part, y: y(below), height: y(from) - y(below) }];
        }),
      };
    }),
    edges: edges
      .map((score, n) => ({ score, x: left + n * step, n }))
      .filter(({ n }) => (n - Math.max(0, at)) % every === 0),
  };
}
