import { Client } from 'pg';
import { v7 as uuid } from 'uuid';

const both = (en: string, zh: string) => ({ en, zh });
const item = (id: string, weight: number, en: string, zh: string, isCritical = false) => ({
  ...{ id, kind: 'yes-no', text: both(en, zh), help: both('', ''), weight, isCritical },
  ...{ mayNotApply: false, onlyIf: null },
});

/** Who does all but the last item has 79.96 of 100, under a mark of 80. */
const rubric = {
  groups: [
    {
      ...{ id: 'call', name: both('The call', '通话') },
      items: [
        item('most', 79.96, 'Answers the question', '回答问题'),
        item('rest', 20.04, 'Names the next step', '说明下一步'),
        item('safe', 0, 'Promises only what we can keep', '只承诺能做到的', true),
      ],
    },
  ],
  ...{ passMark: 80, passMarkWhy: both('Four of five', '五分之四') },
};
const rules = {
  ...{ excludesOwn: false, coolOffDays: 0, mostAttempts: null, takesOtherVariant: false },
  ...{ nearMark: 0, differenceLimit: 10, disputeDays: 5, validMonths: 12 },
};
const marksOf = { best: [1, 1, 1], under: [1, 0, 1], critical: [1, 1, 0] } as const;

/** The rubric, who examines, and how rows of them are written. */
async function examRows(databaseUrl: string) {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const add = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const all = { id: uuid(), ...row };
    const places = Object.keys(all).map((_, n) => `$${n + 1}`);
    await client.query(
      `INSERT INTO ${table} (${Object.keys(all).join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(all),
    );
    return all.id;
  };
  const one = async (sql: string, value: string) => (await client.query<{ id: string }>(sql, [value])).rows[0]?.id;
  const assessor = await one('SELECT staff_id AS id FROM sign_in WHERE email = $1', 'supervisor@example.test');
  const paper = await add('exam_paper', { kind: 'rubric', name_en: 'Short call', name_zh: '短通话' });
  const version = await add('exam_paper_version', { paper_id: paper, n: 1, content: rubric, published_at: new Date() });
  const campaign = (department: string | undefined, en: string, zh: string, opensOn: string) =>
    add('campaign', {
      ...{ department_id: department, name_en: en, name_zh: zh, rubric_version_id: version, opens_on: opensOn },
      ...{ ends_on: '2199-12-11', minutes: 40, rules, begun_at: new Date(opensOn) },
    });
  return { add, one, assessor, campaign, end: () => client.end() };
}

/** The later of two campaigns of a department of its own, by the same rubric. */
export async function reportedCampaign(databaseUrl: string): Promise<string> {
  const { add, assessor, campaign, end } = await examRows(databaseUrl);
  const department = await add('department', { name: 'Field service', name_zh: '现场服务部' });
  const team = await add('team', { department_id: department, name: 'Field 1', name_zh: '现场一组' });
  const [spring, autumn] = [
    await campaign(department, 'Field calls, spring', '春季现场通话', '2026-03-02'),
    await campaign(department, 'Field calls, autumn', '秋季现场通话', '2026-09-01'),
  ];

  const sat = async (
    of: { campaign: string; candidate: string; staff: string },
    attempt: number,
    as: keyof typeof marksOf,
  ) => {
    const [most, rest, safe] = marksOf[as];
    const [outcome, critical] = [as === 'best' ? 'passed' : 'failed', as === 'critical' ? ['safe'] : []];
    const exam = await add('exam', {
      ...{ campaign_id: of.campaign, candidate_id: of.candidate, staff_id: of.staff, attempt, minutes: 40 },
      ...{ starts_at: new Date(Date.now() - (5 - attempt) * 86_400_000), assessor_id: assessor, state: 'settled' },
      ...{ settled_at: new Date(), outcome, score: as === 'under' ? 79.96 : 100, failed_critical: critical },
    });
    await add('marking', {
      ...{ exam_id: exam, assessor_id: assessor, marks: { most, rest, safe }, seconds: 900, signed_at: new Date() },
      ...{ numerator: 7996 * most + 2004 * rest, denominator: 10_000, failed_critical: critical, outcome },
    });
  };
  const people: [string, ...(keyof typeof marksOf)[]][] = [
    ...(
      [
        ['Ye Qing', 'best'],
        ['Hu Lan', 'best'],
        ['Ma Jun', 'best'],
      ] as const
    ).map((row) => [...row] as [string, 'best']),
    ['Tang Bo', 'under', 'best'],
    ['Qiu Min', 'critical'],
    ['Xu Yang'],
  ];
  for (const [name, ...attempts] of people) {
    const staff = await add('staff', { name });
    await add('membership', { staff_id: staff, team_id: team });
    for (const at of [spring, autumn]) {
      const candidate = await add('candidate', {
        ...{ campaign_id: at, staff_id: staff, team_id: team, in_on: '2026-09-01' },
      });
      const which = at === spring && attempts.length > 0 ? (['under'] as const) : attempts;
      for (const [n, as] of which.entries()) await sat({ campaign: at, candidate, staff }, n + 1, as);
    }
  }

  await end();
  return autumn;
}

/** The known rep is examined now by the known supervisor. */
export async function examByShortRubric(databaseUrl: string): Promise<string> {
  const { add, one, assessor, campaign, end } = await examRows(databaseUrl);
  const billing = await one('SELECT id FROM department WHERE name = $1', 'Billing');
  const ownTeam = await one('SELECT id FROM team WHERE name = $1', 'Billing 1');
  const rep = await one('SELECT staff_id AS id FROM sign_in WHERE email = $1', 'rep@example.test');
  const own = await campaign(billing, 'Short calls', '短通话考试', '2026-09-01');
  const candidate = await add('candidate', { campaign_id: own, staff_id: rep, team_id: ownTeam, in_on: '2026-09-01' });
  const examId = await add('exam', {
    ...{ campaign_id: own, candidate_id: candidate, staff_id: rep, attempt: 1, minutes: 40, assessor_id: assessor },
    starts_at: new Date(Date.now() - 60_000),
  });
  await end();
  return examId;
}
