import type { APIRequestContext } from '@playwright/test';
import type { CampaignDetail, Coverage, PaperDetail } from '@forecall/contracts';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { expect } from '../test.js';

const rules = {
  ...{ excludesOwn: false, coolOffDays: 0, mostAttempts: null, takesOtherVariant: false },
  ...{ nearMark: 5, differenceLimit: 10, disputeDays: 5, validMonths: 12 },
};

/** The known rep is examined now by the known supervisor, by the ready-made rubric of complaint calls. */
export async function anExamOfToday(head: APIRequestContext, databaseUrl: string): Promise<string> {
  const post = async <Of>(path: string, data: object): Promise<Of> => {
    const answer = await head.post(`/api/${path}`, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as Of;
  };
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const idOf = async (sql: string, name: string) => (await client.query<{ id: string }>(sql, [name])).rows[0]?.id;
  const departmentId = await idOf('SELECT id FROM department WHERE name = $1', 'Billing');
  const assessorId = await idOf('SELECT staff_id AS id FROM sign_in WHERE email = $1', 'supervisor@example.test');

  const made = { kind: 'rubric', name: { en: 'Complaint call', zh: '投诉电话' }, departmentId };
  const { paper } = await post<PaperDetail>('exam-papers', { ...made, from: { readyMade: 'complaint-call' } });
  await post(`exam-papers/${paper.id}/publish`, { revision: 1 });
  const { id, revision } = await post<CampaignDetail>('campaigns', {
    ...{ departmentId, name: { en: 'Complaint calls, autumn', zh: '秋季投诉电话' }, rubricId: paper.id },
    ...{ scenarioIds: [], teamIds: [], assessorIds: [assessorId], opensOn: '2026-01-05', endsOn: '2199-12-11' },
    ...{ minutes: 40, rules },
  });
  await post(`campaigns/${id}/begin`, { revision });
  const coverage = (await (await head.get(`/api/campaigns/${id}/coverage`)).json()) as Coverage;
  const candidate = coverage.teams.flatMap(({ people }) => people).find(({ staff }) => staff.name === 'Lin Wei');
  const examId = uuid();
  await client.query(
    `INSERT INTO exam (id, campaign_id, candidate_id, staff_id, attempt, starts_at, minutes, assessor_id)
     VALUES ($1, $2, $3, $4, 1, now() - interval '1 minute', 40, $5)`,
    [examId, id, candidate?.candidateId, candidate?.staff.id, assessorId],
  );
  await client.end();
  return examId;
}
