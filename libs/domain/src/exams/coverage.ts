import { type CandidateStanding, countsAsAttempt, type ExamFacts, type ResitRules, standingOf } from './standing.js';

/** A count over what it is of. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

export interface CoveredExam extends ExamFacts {
  readonly candidateId: string;
  readonly failedCritical: readonly string[];
}

export interface CoverageFigures<Exam extends CoveredExam> {
  readonly standings: ReadonlyMap<string, CandidateStanding & { readonly exam: Exam | undefined }>;
  /** Passed at the first attempt, of those who have had one; by candidates. */
  readonly firstAttempt: (candidateIds: readonly string[]) => Share;
  /** Failed on a critical item, of the failed exams. */
  readonly failedOnCritical: Share;
  /** How many had passed, on each day on which the number rose. */
  readonly curve: readonly { readonly day: string; readonly passed: number }[];
}

/** What a campaign's exams say of its candidates on a day. */
export function coverageOf<Exam extends CoveredExam>(
  candidateIds: readonly string[],
  exams: readonly Exam[],
  rules: ResitRules,
  today: string,
): CoverageFigures<Exam> {
  const byCandidate = Map.groupBy(exams, ({ candidateId }) => candidateId);
  const of = (id: string) => byCandidate.get(id) ?? [];
  const standings = new Map(
    candidateIds.map((id) => {
      const standing = standingOf(of(id), rules, today);
      return [id, { ...standing, exam: of(id).find((exam) => exam.id === standing.examId) }];
    }),
  );
  const first = new Map(candidateIds.map((id) => [id, of(id).filter(countsAsAttempt).toSorted(byDay)[0]]));
  const counted = candidateIds.flatMap((id) => of(id).filter(countsAsAttempt));
  const failed = counted.filter(({ outcome }) => outcome === 'failed');
  const passedOn = candidateIds.flatMap((id) => {
    const passed = of(id)
      .filter((exam) => countsAsAttempt(exam) && exam.outcome === 'passed')
      .toSorted(byDay)[0];
    return passed ? [passed.settledOn ?? passed.on] : [];
  });
  const days = [...new Set(passedOn)].toSorted();
  return {
    standings,
    firstAttempt: (ids) => {
      const sat = ids.flatMap((id) => first.get(id) ?? []);
      return { numerator: sat.filter(({ outcome }) => outcome === 'passed').length, denominator: sat.length };
    },
    failedOnCritical: {
      numerator: failed.filter(({ failedCritical }) => failedCritical.length > 0).length,
      denominator: failed.length,
    },
    curve: days.map((day) => ({ day, passed: passedOn.filter((on) => on <= day).length })),
  };
}

const byDay = (a: ExamFacts, b: ExamFacts) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
