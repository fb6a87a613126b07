import { Injectable } from '@nestjs/common';
import {
  type ChartBaseline,
  type ControlChart,
  type ControlChartQuestion,
  type FigureQuestion,
  mostChartPoints,
  mostListedBaselines,
} from '@forecall/contracts';
import {
  addDays,
  chartsOf,
  countedCharts,
  type CountedChart,
  type CountedStretch,
  definitionOf,
  type Exclusion,
  keyEnd,
  keyOf,
  keyStart,
  keysWithin,
  localDay,
  type MetricId,
  phasedChart,
} from '@forecall/domain';
import { CalendarService } from '../calendars/calendar.service.js';
import { FiguresService } from '../figures/figures.service.js';
import { leadsDepartment, type Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { badField, badRequest, notFound } from '../platform/http/problem.js';
import { baselinesWithin, chartDepartment, listBaselines } from './chart-baseline.query.js';

type Grain = ControlChartQuestion['by'];
interface Days {
  readonly from: string;
  readonly to: string;
}

/** The figures of a department in the order of time, asked of the one figure engine, between the limits of the domain. */
@Injectable()
export class ControlChartService {
  constructor(
    private readonly database: Database,
    private readonly figures: FiguresService,
    private readonly calendars: CalendarService,
  ) {}

  async chart(viewer: Viewer, asked: ControlChartQuestion): Promise<ControlChart> {
    const { metric, by, rules, department: departmentId } = asked;
    const { kind, kinds } = chosenKind(metric, asked.kind);
    const zone = await this.figures.zone();
    const now = new Date();
    const today = localDay(now, zone);
    const period = wholePeriod(asked, today);
    const department = await chartDepartment(this.database, departmentId);
    if (!department) throw notFound('department');
    const chart = { departmentId, metric };
    const [baselines, listed] = await Promise.all([
      baselinesWithin(this.database, chart, period),
      listBaselines(this.database, chart, mostListedBaselines),
    ]);
    // What made the limits of the first phase may lie before the period that is shown.
    const [first] = baselines;
    const read = { from: first && first.from < period.from ? first.from : period.from, to: period.to };
    const stretches = await this.stretches(viewer, { ...chart, by, ...read }, today);
    const { points, phases } = phasedChart(countedCharts[kind], rules, stretches, baselines.map(startOf));
    return {
      ...{ asOf: now.toISOString(), zone, metric, department, ...period, by, kind, kinds: [...kinds], rules },
      definition: { id: metric, version: definitionOf(metric).version },
      points: points
        .filter(({ from }) => from >= period.from)
        .map(({ count: numerator, size: denominator, rules: met, ...point }) => ({
          ...{ ...point, numerator, denominator, rules: [...met] },
        })),
      phases: phases.map(({ start, baselinePoints, centre, sigmaZ }) => {
        const baseline = baselines.find(({ from }) => from === start?.from);
        return {
          ...{ baselineId: baseline?.id ?? null, from: start?.from ?? read.from, days: baseline?.days ?? null },
          ...{ baselinePoints, centre, sigmaZ },
          ...{ reason: baseline?.reason ?? null, by: baseline?.by ?? null, at: baseline?.at ?? null },
        };
      }),
      baselines: listed,
      mayChange: leadsDepartment(viewer, departmentId),
    };
  }

  /** A stretch for each day or week in which anything was counted. */
  private async stretches(
    viewer: Viewer,
    { departmentId, metric, by, from, to }: Days & { departmentId: string; metric: MetricId; by: Grain },
    today: string,
  ): Promise<CountedStretch[]> {
    const asked: FigureQuestion = {
      ...{ scope: [`department:${departmentId}`], from, to, by: [by], threshold: 20, limit: 500 },
      clock: 'end',
      letters: 'as-recorded',
      quantiles: 'no',
    };
    const question = await this.figures.question(viewer, metric, asked);
    const isHoliday = by === 'date' ? await this.calendars.holidaysOf(from, to) : () => false;
    const stretches: CountedStretch[] = [];
    let after: string | undefined;
    do {
      const { groups, next } = await this.figures.answer(question, { ...asked, after });
      for (const { keys, figure } of groups) {
        const [key = ''] = keys;
        const [start, end] = [keyStart(by, key), addDays(keyEnd(by, key), 1)];
        // A week in which the first phase began is of what was before it, and is not shown.
        if (start < from) continue;
        const excluded = exclusionOf(metric, figure.n, end > today, isHoliday(departmentId, start));
        stretches.push({ from: start, to: end, count: figure.numerator, size: figure.denominator ?? 0, excluded });
      }
      after = next ?? undefined;
    } while (after !== undefined);
    return stretches;
  }
}

function exclusionOf(metric: MetricId, n: number, isUnfinished: boolean, isHoliday: boolean): Exclusion | null {
  if (n < definitionOf(metric).minimumN) return 'too-few';
  if (isUnfinished) return 'unfinished';
  return isHoliday ? 'holiday' : null;
}

const startOf = ({ from, days }: ChartBaseline) => ({
  from,
  frozenUntil: days === null ? null : addDays(from, days),
});

function chosenKind(metric: MetricId, asked: CountedChart | undefined) {
  const kinds = chartsOf(metric);
  const kind = asked ?? kinds[0];
  if (kind === undefined)
    throw badField({ path: 'metric', code: 'no-control-chart', message: `${metric} has no control chart` });
  if (!kinds.includes(kind))
    throw badField({
      ...{ path: 'kind', code: 'kind-does-not-fit' },
      message: `no ${kind} chart makes sense of ${metric}; ${kinds.join(' and ')} do`,
    });
  return { kind, kinds };
}

/** As whole days or weeks, and not beyond the one that runs. */
function wholePeriod({ from, to, by }: ControlChartQuestion, today: string): Days {
  const first = keyStart(by, keyOf(by, from));
  const last = to > addDays(today, 1) ? today : addDays(to, -1);
  if (last < first || to <= from)
    throw badRequest('period-empty', 'from: the period ends before it begins, or lies in the future.', {
      fields: [{ path: 'from', code: 'period-empty', message: 'must be before `to`, and not after today' }],
    });
  const period = { from: first, to: addDays(keyEnd(by, keyOf(by, last)), 1) };
  if (keysWithin(by, period, mostChartPoints + 1).length > mostChartPoints)
    throw badRequest('chart-too-long', `A chart has at most ${mostChartPoints} points. Narrow the period.`, {
      values: { most: mostChartPoints },
    });
  return period;
}
