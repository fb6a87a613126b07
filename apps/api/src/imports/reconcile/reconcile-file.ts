import type { AskReport, AskRoute } from './figure-route.js';
import { agrees, agreesPrinted, shown } from './compare.js';
import { evaluate, type ImportCounts, type Place, type Value } from './evaluate.js';
import type { ReconcileMap, Section } from './map.js';
import { compareReport, isRows, withPeriod } from './reconcile-report.js';
import { type Frame, Questions } from './questions.js';

export interface Line {
  readonly section: string;
  readonly key: string;
  readonly figure: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What came of the comparison. */
export class Outcome {
  /** By section: figures compared, groups compared. */
  readonly compared = new Map<string, { figures: number; groups: number }>();
  readonly different: Line[] = [];
  /** By figure: why it differs, one line of it, how often it was compared and differed. */
  readonly byDefinition = new Map<string, { why: string; line: Line; compared: number; differing: number }>();
  /** By figure or section: why, where, and how often. */
  readonly notCompared = new Map<string, { why: string; sections: Set<string>; count: number }>();

  leave(what: string, why: string, section?: string): void {
    const so = this.notCompared.get(what) ?? { why, sections: new Set(), count: 0 };
    if (section !== undefined) so.sections.add(section);
    this.notCompared.set(what, { ...so, count: so.count + 1 });
  }

  count(section: string, figures: number, groups = 0): void {
    const so = this.compared.get(section) ?? { figures: 0, groups: 0 };
    this.compared.set(section, { figures: so.figures + figures, groups: so.groups + groups });
  }

  get figures(): number {
    return [...this.compared.values()].reduce((sum, { figures }) => sum + figures, 0);
  }
}

export interface Comparing {
  readonly map: ReconcileMap;
  readonly route: AskRoute;
  readonly report: AskReport;
  readonly counts: ImportCounts;
  /** First and last day of the rows, as the route takes them: the last is the day after. */
  readonly period: { readonly from: string; readonly to: string; readonly last: string };
}

const unmapped = 'the map has no figure of ours for it';

/** Compares everything in the source's figures; what cannot be compared is named, nothing is passed over. */
export async function compareFigures(expected: Record<string, unknown>, comparing: Comparing): Promise<Outcome> {
  const outcome = new Outcome();
  const by = { questions: new Questions(comparing.route), counts: comparing.counts };
  const { map } = comparing;
  for (const [name, content] of Object.entries(expected)) {
    if (name.startsWith('_')) continue;
    const section = map.sections[name];
    const list = map.lists[name];
    const single = map.values[name];
    const report = map.reports[name];
    if (list && Array.isArray(content)) {
      const ours = await evaluate(list, { frame: frameOf(undefined, comparing), labels: [] }, by);
      outcome.count(name, 1);
      if (agrees(ours, content.length) !== true)
        outcome.different.push({
          section: name,
          key: '',
          figure: 'length',
          ours: shown(ours),
          theirs: shown(content.length),
        });
    } else if (report && isRows(content)) {
      const query = withPeriod(report, comparing.period);
      await compareReport({ name, theirs: content, query }, comparing.report, outcome);
    } else if (single) {
      const ours = await evaluate(single, { frame: frameOf(undefined, comparing), labels: [] }, by);
      outcome.count(name, 1);
      if (agrees(ours, content) !== true)
        outcome.different.push(lineOf({ section: name, key: '', figure: name }, ours, content));
    } else if (section && isObject(content)) await compareSection(name, content, section, comparing, by, outcome);
    else outcome.leave(name, map.notCompared[name] ?? unmapped);
  }
  return outcome;
}

type By = Parameters<typeof evaluate>[2];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function frameOf(section: Section | undefined, { map, period }: Comparing, key = ''): Frame {
  const years = section?.period === 'year' ? { from: `${key}-01-01`, to: `${Number(key) + 1}-01-01` } : period;
  return { by: section?.by ?? [], clock: map.clock, ...years };
}

async function compareSection(
  name: string,
  content: Record<string, unknown>,
  section: Section,
  comparing: Comparing,
  by: By,
  outcome: Outcome,
): Promise<void> {
  const isWhole = section.by.length === 0 && section.period === undefined;
  const groups = isWhole ? [['', content] as const] : Object.entries(content);
  for (const [key, figures] of groups) {
    const told = section.value === undefined ? figures : { [section.value]: figures };
    if (!isObject(told)) {
      outcome.leave(name, 'it is no list of figures by group');
      continue;
    }
    const words = section.by.length === 2 ? key.split(section.separator) : section.by.length === 1 ? [key] : [];
    const labels = words.map((word) => section.keys[word] ?? word);
    outcome.count(name, 0, 1);
    const place = { frame: frameOf(section, comparing, key), labels };
    for (const [figure, theirs] of Object.entries(told)) {
      await compareFigure({ section: name, key, figure }, theirs, { place, section, map: comparing.map, by, outcome });
    }
  }
}

async function compareFigure(
  at: Pick<Line, 'section' | 'key' | 'figure'>,
  theirs: unknown,
  where: { place: Place; section: Section; map: ReconcileMap; by: By; outcome: Outcome },
): Promise<void> {
  const { place, section, map, by, outcome } = where;
  const own = section.figures[at.figure];
  const differs = own ? undefined : map.differs[at.figure];
  const expression = own ?? differs?.figure ?? map.figures[at.figure];
  const why = section.notCompared[at.figure] ?? (expression ? undefined : (map.notCompared[at.figure] ?? unmapped));
  if (why !== undefined || !expression) {
    outcome.leave(at.figure, why ?? unmapped, at.section);
    return;
  }
  const ours = await evaluate(expression, place, by);
  const agree = agrees(ours, theirs);
  if (agree === undefined) {
    outcome.leave(at.figure, `"${shown(theirs)}" is no figure`, at.section);
    return;
  }
  const line = lineOf(at, ours, theirs);
  if (!differs) {
    outcome.count(at.section, 1);
    if (!agree) outcome.different.push(line);
    return;
  }
  const so = outcome.byDefinition.get(at.figure) ?? { why: differs.why, line, compared: 0, differing: 0 };
  // The first that differs is shown.
  const isFirst = !agree && so.differing === 0;
  outcome.byDefinition.set(at.figure, {
    why: so.why,
    line: isFirst ? line : so.line,
    compared: so.compared + 1,
    differing: so.differing + (agree ? 0 : 1),
  });
}

const lineOf = (at: Pick<Line, 'section' | 'key' | 'figure'>, ours: Value, theirs: unknown): Line => ({
  ...at,
  ours: shown(ours),
  theirs: shown(theirs),
});

export interface PublishedFigure {
  readonly name: string;
  readonly value: unknown;
  readonly decimals?: number;
  readonly agrees?: boolean;
}

/** Compares figures that others have printed, to the decimals that they print. */
export async function comparePublished(
  published: readonly PublishedFigure[],
  comparing: Comparing,
  outcome: Outcome,
): Promise<void> {
  const by = { questions: new Questions(comparing.route), counts: comparing.counts };
  const section = comparing.map.published?.file ?? 'published';
  for (const { name, value, decimals, agrees: isRight } of published) {
    const expression = comparing.map.published?.figures[name];
    if (isRight === false) outcome.leave(name, 'the source itself calls it wrong', section);
    else if (!expression) outcome.leave(name, unmapped, section);
    else {
      const ours = await evaluate(expression, { frame: frameOf(undefined, comparing), labels: [] }, by);
      outcome.count(section, 1);
      if (!agreesPrinted(ours, value, decimals))
        outcome.different.push(lineOf({ section, key: '', figure: name }, ours, value));
    }
  }
}
