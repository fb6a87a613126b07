import type { CampaignRules, RubricText } from '@forecall/contracts';
import {
  addDays,
  itemsOf,
  localDay,
  type Marks,
  pointsOf,
  type RubricItem,
  scoreOf,
  startOfDay,
} from '@forecall/domain';
import { readyMadePaper, readyMadePapers, type ReadyMadePaper } from '../../exams/papers/paper.service.js';
import type { Draw } from '../chance/draw.js';
import { type Company, type Leader, organisationZone, type Rep } from '../company/company.js';
import { knownStaff } from '../company/make-staff.js';
import { teamAt } from '../traffic/attribution.js';
import { isWorkDay } from '../traffic/working-day.js';
import { goldRows } from './gold-rows.js';
import { instant, type Row, type TableRows, whole } from './row.js';
import { inOurWords, type Said } from './words.js';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const examMinutes = 45;
/** Of the campaign, which runs in the moment of the demo. */
const [daysBehind, daysAhead] = [49, 18];
const rubricKey = 'complaint-call';
const rules: CampaignRules = {
  ...{ excludesOwn: true, coolOffDays: 7, mostAttempts: null, takesOtherVariant: true },
  ...{ nearMark: 5, differenceLimit: 10, disputeDays: 5, validMonths: 12 },
};
/** What came of somebody's exams so far. */
const fates = [
  { as: ['passed'], weight: 66 },
  { as: ['failed', 'passed'], weight: 11 },
  { as: ['failed'], weight: 5 },
  { as: ['booked'], weight: 7 },
  { as: [], weight: 6 },
  { as: ['absent'], weight: 6 },
  { as: ['disputed'], weight: 2 },
] as const;
type Fate = (typeof fates)[number]['as'][number];

/** What somebody says who does not agree with a mark. */
const disputed = ({ text }: RubricItem): Said => [
  `I did do this: “${text.en}” Please listen to it again.`,
  `“${text.zh}”这一项我做到了，请再听一遍。`,
];

/** Papers that everybody has, and the campaign of one department in which most have passed. */
export function examRows({ departments, reps, leaders }: Company, draw: Draw, nowMs: number): TableRows[] {
  const rows = new ExamRows(draw, nowMs);
  const [department] = departments;
  const head = leaders.find(({ name }) => name === knownStaff.head);
  if (!department || !head) return [];
  rows.begin(department.id, head);
  const assessors = leaders.filter(
    ({ leads }) => leads?.toMs === null && (leads.department ?? leads.team?.department)?.id === department.id,
  );
  for (const assessor of assessors) rows.assessors.push({ campaign_id: rows.campaignId, staff_id: assessor.id });
  for (const rep of reps) {
    const team = teamAt(rep, nowMs);
    if (team?.department.id !== department.id || rep.leftOn !== null) continue;
    rows.add(
      rep,
      team.id,
      assessors.filter(({ leads }) => leads?.team?.id !== team.id),
    );
  }
  const { rubric, rubricVersionId } = rows;
  return [
    ...rows.tables(),
    ...goldRows(
      {
        departmentId: department.id,
        rubricVersionId,
        rubric,
        head,
        assessors: assessors.filter((one) => one !== head),
      },
      draw.stream('gold'),
      nowMs,
    ),
  ];
}

class ExamRows {
  readonly campaignId: string;
  readonly assessors: Row[] = [];
  private readonly papers: Row[] = [];
  private readonly versions: Row[] = [];
  private readonly scenarios: Row[] = [];
  private readonly campaigns: Row[] = [];
  private readonly candidates: Row[] = [];
  private readonly exams: Row[] = [];
  private readonly steps: Row[] = [];
  private readonly markings: Row[] = [];
  private readonly disputes: Row[] = [];
  private readonly certificates: Row[] = [];
  readonly rubric: RubricText;
  rubricVersionId = '';
  private readonly opensMs: number;
  private readonly opensOn: string;

  constructor(
    private readonly draw: Draw,
    private readonly nowMs: number,
  ) {
    this.opensOn = addDays(localDay(new Date(nowMs), organisationZone), -daysBehind);
    this.opensMs = startOfDay(this.opensOn, organisationZone).getTime();
    this.campaignId = draw.id(this.opensMs);
    this.rubric = readyMadePaper(rubricKey)?.text as RubricText;
  }

  begin(departmentId: string, head: Leader): void {
    const madeMs = this.opensMs - 10 * dayMs;
    const by = head.signInId;
    const versionOf = new Map(
      readyMadePapers().flatMap(({ key }) => {
        const paper = readyMadePaper(key);
        return paper ? [[key, this.paper(paper, madeMs, by)] as const] : [];
      }),
    );
    this.rubricVersionId = versionOf.get(rubricKey) ?? '';
    this.campaigns.push({
      ...{
        id: this.campaignId,
        department_id: departmentId,
        name_en: 'Complaint calls, autumn',
        name_zh: '秋季投诉处理考试',
      },
      ...{ rubric_version_id: this.rubricVersionId, opens_on: this.opensOn },
      ...{ ends_on: addDays(this.opensOn, daysBehind + daysAhead), minutes: examMinutes, rules: whole(rules) },
      ...{ begun_at: instant(this.opensMs), begun_by: by, created_by: by, created_at: instant(madeMs), revision: 2 },
    });
    for (const [key, version] of versionOf)
      if (key.startsWith('complaint-') && key !== rubricKey)
        this.scenarios.push({ campaign_id: this.campaignId, version_id: version });
  }

  add(rep: Rep, teamId: string, assessors: readonly Leader[]): void {
    const id = this.draw.id(this.opensMs);
    this.candidates.push({
      ...{ id, campaign_id: this.campaignId, staff_id: rep.id, team_id: teamId, in_on: this.opensOn },
      ...{ out_why: '', until_why: '', revision: 1 },
    });
    const { as } = this.draw.weighted(fates, ({ weight }) => weight);
    let fromDays = 2;
    for (const [n, fate] of as.entries()) {
      const isLast = n === as.length - 1;
      // Who may sit again does so after the practice; the others are spread over the weeks.
      const toDays = as.length === 1 ? daysBehind - 1 : isLast ? daysBehind - 1 : 30;
      const ahead = fate === 'booked' ? [daysBehind + 1, daysBehind + daysAhead - 3] : [fromDays, toDays];
      const latest = fate === 'failed' && isLast ? [daysBehind - 12, daysBehind - 2] : ahead;
      const [from = 0, to = 0] = fate === 'disputed' ? [daysBehind - 4, daysBehind - 1] : latest;
      const day = this.workDay(this.draw.whole(from, to), fate === 'booked' ? 1 : -1);
      fromDays = day + rules.coolOffDays + 1;
      this.exam(rep, id, this.draw.pick(assessors), { fate, day, attempt: n + 1 });
    }
  }

  tables(): TableRows[] {
    return [
      { table: 'exam_paper', rows: this.papers },
      { table: 'exam_paper_version', rows: this.versions },
      { table: 'campaign', rows: this.campaigns },
      { table: 'campaign_scenario', rows: this.scenarios },
      { table: 'campaign_assessor', rows: this.assessors },
      { table: 'candidate', rows: this.candidates },
      { table: 'exam', rows: this.exams },
      { table: 'exam_step', rows: this.steps },
      { table: 'marking', rows: this.markings },
      { table: 'dispute', rows: this.disputes },
      { table: 'certificate', rows: this.certificates },
    ];
  }

  /** Published as it is shipped, for every department. */
  private paper({ kind, name, text }: ReadyMadePaper, atMs: number, by: string): string {
    const [id, version] = [this.draw.id(atMs), this.draw.id(atMs)];
    const at = instant(atMs);
    this.papers.push({ id, kind, name_en: name.en, name_zh: name.zh, created_by: by, created_at: at, revision: 1 });
    this.versions.push({
      ...{ id: version, paper_id: id, n: 1, content: whole(text), saved_at: at, saved_by: by },
      ...{ published_at: at, published_by: by, revision: 1 },
    });
    return version;
  }

  private exam(
    { id: staffId }: Rep,
    candidateId: string,
    assessor: Leader,
    { fate, day, attempt }: { fate: Fate; day: number; attempt: number },
  ): void {
    const startsMs = this.opensMs + day * dayMs + (9 * 60 + 45 * this.draw.whole(0, 9)) * minuteMs;
    const settledMs = startsMs + examMinutes * minuteMs;
    const id = this.draw.id(startsMs);
    const outcome = fate === 'disputed' ? 'failed' : fate === 'passed' || fate === 'failed' ? fate : null;
    const scored = outcome && this.marked(outcome);
    this.exams.push({
      ...{ id, campaign_id: this.campaignId, candidate_id: candidateId, staff_id: staffId, attempt, variant: '' },
      ...{ starts_at: instant(startsMs), minutes: examMinutes, assessor_id: assessor.id, is_fixed: false },
      ...{ state: outcome ? 'settled' : fate === 'absent' ? 'absent' : 'booked', outcome },
      ...{ settled_at: outcome ? instant(settledMs) : null, score: scored?.score.score ?? null },
      ...{ failed_critical: whole(scored?.score.failedCritical ?? []), revision: 1 + Number(outcome !== null) },
    });
    const step = (name: string, atMs: number) =>
      this.steps.push({
        ...{ id: this.draw.id(atMs), exam_id: id, step: name, at: instant(atMs), by_staff_id: assessor.id, note: '' },
        data: whole({}),
      });
    step('booked', Math.min(startsMs - 5 * dayMs, this.nowMs - 60 * minuteMs));
    if (fate === 'absent') step('absent', settledMs);
    if (!scored) return;
    const { marks, score } = scored;
    this.markings.push({
      ...{ id: this.draw.id(startsMs), exam_id: id, assessor_id: assessor.id, marks: whole(marks), notes: whole({}) },
      ...{
        evidence: whole([]),
        feedback: '',
        seconds: 1_800,
        begun_at: instant(startsMs),
        saved_at: instant(settledMs),
      },
      ...{ signed_at: instant(settledMs), numerator: score.numerator, denominator: score.denominator },
      ...{ failed_critical: whole(score.failedCritical), outcome, revision: 1 },
    });
    step('marked', settledMs);
    step('settled', settledMs);
    if (fate === 'disputed') {
      const atMs = Math.min(this.nowMs, settledMs + 20 * 60 * minuteMs);
      this.disputes.push({
        id: this.draw.id(atMs),
        exam_id: id,
        at: instant(atMs),
        why: inOurWords(disputed(this.worst(marks))),
        decided_why: '',
      });
      step('disputed', atMs);
    }
    if (fate === 'passed') {
      const fromOn = localDay(new Date(settledMs), organisationZone);
      this.certificates.push({
        ...{ id: this.draw.id(settledMs), staff_id: staffId, campaign_id: this.campaignId, exam_id: id },
        ...{ from_on: fromOn, until_on: addDays(fromOn, 365) },
      });
    }
  }

  /** The item that lost the largest share of its points. */
  private worst(marks: Marks): RubricItem {
    const lost = (item: RubricItem) => 1 - (Number(marks[item.id]) || 0) / (pointsOf(item)[0] ?? 1);
    const [worst] = itemsOf(this.rubric).toSorted((a, b) => lost(b) - lost(a));
    if (!worst) throw new Error('The rubric of the demo has no items.');
    return worst;
  }

  /** Marks that make this of it: the better, the likelier the best level. */
  private marked(outcome: 'passed' | 'failed'): { marks: Marks; score: ReturnType<typeof scoreOf> } {
    for (let tries = 0; ; tries++) {
      const quality = outcome === 'passed' ? 0.7 + tries * 0.02 : 0.55 - tries * 0.02;
      const marks: Record<string, number> = {};
      for (const item of itemsOf(this.rubric)) {
        const points = pointsOf(item);
        const place = this.draw.chance(quality) ? 0 : this.draw.whole(1, points.length - 1);
        marks[item.id] = points[place] ?? 0;
      }
      const score = scoreOf(this.rubric, marks);
      if (score.state === outcome) return { marks, score };
    }
  }

  private workDay(day: number, by: 1 | -1): number {
    for (let other = day; other > 0; other += by) if (isWorkDay(addDays(this.opensOn, other), 'china')) return other;
    return day;
  }
}
