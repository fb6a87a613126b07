import { aSession, aSignIn, anOrganisation, aStaff, type SignedIn } from '../testing/builders.js';
import { createTestApp, type TestApp } from '../testing/test-app.js';
import { hashPassword } from './password.js';

const password = 'correct horse battery';

describe('a session', () => {
  let test: TestApp;
  let password256: string;
  beforeAll(async () => {
    test = await createTestApp();
    await anOrganisation(test.database);
    password256 = await hashPassword(password);
  });
  afterAll(() => test.close());

  async function aPerson(options: { email?: string; number?: string } = {}): Promise<SignedIn> {
    const staffId = await aStaff(test.database, { name: 'Lin Yue' });
    const person = await aSignIn(test.database, { role: 'rep', staffId });
    const { email = `${person.signInId}@beichen.test`, number = person.signInId } = options;
    await test.database.change('UPDATE sign_in SET argon2id = $2, email = $3 WHERE id = $1', [
      person.signInId,
      password256,
      email,
    ]);
    await test.database.change('UPDATE staff SET external_id = $2 WHERE id = $1', [staffId, number]);
    return person;
  }
  const signIn = (login: string, tried = password) => test.http.post('/api/session').send({ login, password: tried });

  it('opens by e-mail and says who is signed in', async () => {
    await aPerson({ email: 'lin.yue@beichen.test' });
    const { body, headers } = await signIn('lin.yue@beichen.test').expect(200);
    expect(body).toMatchObject({
      name: 'Lin Yue',
      email: 'lin.yue@beichen.test',
      grants: [{ role: 'rep', unit: 'self', unitId: null, unitName: null }],
      organisation: { name: 'Beichen Systems', zone: 'Asia/Shanghai' },
    });
    const [cookie] = headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^forecall_session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain('Secure');
    const me = await test.http.get('/api/session').set('Cookie', cookie!.split(';')[0]!).expect(200);
    expect(me.body.name).toBe('Lin Yue');
  });

  it('is refused without a cookie, with a foreign one and with one of the right form', async () => {
    for (const cookie of ['', 'forecall_session=', 'forecall_session=%00', `forecall_session=${'A'.repeat(43)}`]) {
      const { body } = await test.http.get('/api/session').set('Cookie', cookie).expect(401);
      expect(body.code).toBe('signed-out');
    }
  });

  it('ends by signing out, at once', async () => {
    const { cookie } = await aPerson();
    await test.http.delete('/api/session').set('Cookie', cookie).expect(204);
    await test.http.get('/api/session').set('Cookie', cookie).expect(401);
  });

  it('ends other sessions of the same browser when somebody signs in, and no other', async () => {
    const { signInId, cookie } = await aPerson({ number: 'B-7' });
    const elsewhere = await aSession(test.database, signInId);
    await signIn('B-7').set('Cookie', cookie).expect(200);
    await test.http.get('/api/session').set('Cookie', cookie).expect(401);
    await test.http.get('/api/session').set('Cookie', elsewhere).expect(200);
  });
});
