import type { FigureReply, ReceiptReply } from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import { aDepartment, anOrganisation, aSignIn, aStaff, aTeam, type SignedIn } from './builders.js';
import { aContact, type ContactToBe } from './stored-rows.js';
import type { TestApp } from './test-app.js';

const day = 86_400_000;
const now = Date.now();

export const ago = (days: number): Date => new Date(now - days * day);

/** A rep with contacts, and whoever asks for the figures of the hundred days until tomorrow. */
export interface FigureDesk {
  readonly credit: { readonly departmentId: string; readonly teamId: string; readonly repId: string };
  readonly executive: SignedIn;
  /** Of the same team, not the one with the credit. */
  readonly rep: SignedIn;
  get<Reply>(address: string, query: object, who?: SignedIn): Promise<Reply>;
  figure(metric: MetricId, query?: object, who?: SignedIn): Promise<FigureReply['total']>;
  receipt(metric: MetricId, part?: 'numerator' | 'denominator'): Promise<ReceiptReply>;
  /** By the rep with the credit, unless said. */
  contact(changes: Partial<ContactToBe> & { endedAt: Date }): Promise<string>;
}

/** In a database that was empty. */
export async function aFigureDesk(test: TestApp): Promise<FigureDesk> {
  const sql = test.database;
  await anOrganisation(sql);
  const departmentId = await aDepartment(sql);
  const teamId = await aTeam(sql, departmentId);
  const credit = { departmentId, teamId, repId: await aStaff(sql, { teamId }) };
  const executive = await aSignIn(sql, { role: 'executive' });
  const rep = await aSignIn(sql, { role: 'rep', staffId: await aStaff(sql, { teamId }) });
  const asked = { from: ago(100).toISOString(), to: ago(-1).toISOString() };
  const get = async <Reply>(address: string, query: object, who = executive): Promise<Reply> => {
    const request = test.http.get(`/api/figures/${address}`).query({ ...asked, ...query });
    return (await request.set('Cookie', who.cookie).expect(200)).body as Reply;
  };
  return {
    ...{ credit, executive, rep, get },
    figure: async (metric, query = {}, who = executive) => (await get<FigureReply>(metric, query, who)).total,
    receipt: (metric, part = 'denominator') => get<ReceiptReply>(`${metric}/receipt`, { part }),
    contact: (changes) => aContact(sql, { ...credit, ...changes }),
  };
}
