import { createTestApp, type TestApp } from '../../testing/test-app.js';

describe('a transaction', () => {
  let test: TestApp;
  beforeAll(async () => (test = await createTestApp()));
  afterAll(() => test.close());

  it('answers in turn what is asked of its one connection at once, also after one that failed', async () => {
    const warned: Error[] = [];
    const note = (warning: Error) => warned.push(warning);
    process.on('warning', note);
    const answers = await test.database.transaction((sql) =>
      Promise.allSettled([
        sql.change('SAVEPOINT before'),
        sql.rows('SELECT 1 AS n'),
        sql.rows('SELECT 1 / 0'),
        sql.change('ROLLBACK TO before'),
        sql.first('SELECT 2 AS n'),
      ]),
    );
    await new Promise(setImmediate);
    process.off('warning', note);
    expect(answers.map(({ status }) => status)).toEqual([
      ...['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
    ]);
    expect(answers[4]).toMatchObject({ value: { n: 2 } });
    expect(warned).toEqual([]);
  });
});
