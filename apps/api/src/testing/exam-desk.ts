import type { DutyList, ExamResult, Marking, MarkingSheet } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { anOrganisation, type SignedIn } from './builders.js';
import { aColleague, aDesk } from './desk-builders.js';
import { anExam, aRunningCampaign } from './exam-builders.js';
import { createTestApp } from './test-app.js';

type Marks = Record<string, number | 'not-applicable'>;
type CampaignOf = Partial<Parameters<typeof aRunningCampaign>[1]>;

/** A desk whose rep is examined by people of the neighbouring desk, and how its exams are asked for, marked and signed. */
export async function createExamDesk() {
  const test = await createTestApp();
  await anOrganisation(test.database);
  const [desk, neighbour] = [await aDesk(test.database), await aDesk(test.database)];
  const assessor = neighbour.supervisor;
  const second = await aColleague(test.database, neighbour);

  const call = (method: 'post' | 'put', path: string, who: SignedIn, body: object) =>
    test.http[method](`/api/exams/${path}`).set('Cookie', who.cookie).send(body);
  const get = async <Of>(path: string, who: SignedIn, status = 200): Promise<Of> =>
    (await test.http.get(`/api/exams/${path}`).set('Cookie', who.cookie).expect(status)).body as Of;
  const result = (id: string, who: SignedIn = desk.rep) => get<ExamResult>(`${id}/result`, who);
  const duties = async (who: SignedIn) =>
    ((await test.http.get('/api/duties').set('Cookie', who.cookie).expect(200)).body as DutyList).duties;
  const dutiesAbout = async (id: string, who: SignedIn) =>
    (await duties(who)).filter(({ source }) => source?.id === id).map(({ kind }) => kind);
  const exam = async (more: CampaignOf & { secondId?: string; startsAt?: Date } = {}) => {
    const campaignId = await aRunningCampaign(test.database, {
      ...{ departmentId: desk.departmentId, teamId: desk.teamId, candidateIds: [desk.rep.staffId] },
      ...more,
    });
    const told = { campaignId, staffId: desk.rep.staffId, assessorId: assessor.staffId };
    const id = await anExam(test.database, { ...told, ...(more.startsAt && { startsAt: more.startsAt }) });
    if (more.secondId) await test.database.change('UPDATE exam SET second_id = $2 WHERE id = $1', [id, more.secondId]);
    return id;
  };
  const written = (marks: Marks, more: object = {}) => ({
    ...{ id: uuid(), revision: 0, marks, notes: {}, evidence: [], feedback: '', seconds: 60 },
    ...more,
  });
  const marked = async (id: string, marks: Marks, who: SignedIn = assessor, more: object = {}) =>
    (await call('put', `${id}/marking`, who, written(marks, more)).expect(200)).body as Marking;
  const signed = async (id: string, marks: Marks, who: SignedIn = assessor, more: object = {}) => {
    const { revision } = await marked(id, marks, who, more);
    return (await call('post', `${id}/sign`, who, { revision }).expect(200)).body as MarkingSheet;
  };
  const desks = { test, desk, neighbour, assessor, second };
  return { ...desks, call, get, result, duties, dutiesAbout, exam, written, marked, signed };
}

export type ExamDesk = Awaited<ReturnType<typeof createExamDesk>>;

/** Marks by the example rubric: all of it; near the pass mark of 80; far under it. */
export const exampleMarks = {
  best: { safe: 1, listens: 5, closes: 5 },
  near: { safe: 1, listens: 4, closes: 4 },
  bad: { safe: 1, listens: 1, closes: 0 },
};
