import { type ContactBody, type Desk, aContactBody } from './desk-builders.js';
import type { SignedIn } from './builders.js';
import type { TestApp } from './test-app.js';

/** Reasons for passing over all the work between acknowledgement and closing. */
export const allSkipped = {
  assessed: 'Settled on the spot',
  investigated: 'Settled on the spot',
  answered: 'Settled on the spot',
  decided: 'Settled on the spot',
};

/** What the specs of complaints ask, mostly as the desk's rep. */
export function complaintRequests(test: TestApp, desk: Desk) {
  const post = (who: SignedIn, path: string, body: object = {}) =>
    test.http.post(`/api/${path}`).set('Cookie', who.cookie).send(body);
  const get = (who: SignedIn, path: string) => test.http.get(`/api/${path}`).set('Cookie', who.cookie);
  const logged = async (changes: Partial<ContactBody> = {}, who = desk.rep) => {
    const body = aContactBody(changes);
    const answer = await post(who, 'contacts', body).expect(201);
    return {
      contactId: body.id,
      complaintId: answer.body.complaint?.id as string,
      number: answer.body.complaint?.number as string,
    };
  };
  const aComplaint = (told: NonNullable<ContactBody['complaint']> = {}, changes: Partial<ContactBody> = {}) =>
    logged({ ...changes, complaint: { summary: 'Charged twice', ...told } });
  const mark = async (contactId: string) =>
    (
      await test.database.first<{ mark: number }>('SELECT complaint_mark AS mark FROM contact WHERE id = $1', [
        contactId,
      ])
    )?.mark;
  return { post, get, logged, aComplaint, mark };
}

export type ComplaintRequests = ReturnType<typeof complaintRequests>;
