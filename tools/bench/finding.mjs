import { v7 as uuid } from 'uuid';
import { HttpConnection } from './http-connection.mjs';
import { quantile, round } from './table.mjs';
import { client, signIn } from './world.mjs';

const accounts = Number(process.env.BENCH_ACCOUNTS ?? 50_000);
const peoplePerAccount = 4;
const repeats = 40;
const goalMilliseconds = 50;

const places = 'Harbour River Northern Golden Pacific Summit Valley Lakeside Orient Delta Jade Silver'.split(' ');
const trades = 'Bank Logistics Foods Textiles Motors Pharma Steel Insurance Hotels Energy Optics Paper'.split(' ');
const placesZh = [...'海江北金洋峰谷湖东洲玉银'];
const tradesZh = '银行 物流 食品 纺织 汽车 医药 钢铁 保险 酒店 能源 光学 造纸'.split(' ');
const given = 'Wei Anna Tom Mei Luis Sara John Lena Omar Ruth Ivan Nora Paul Rosa Hans Zoe'.split(' ');
const families = 'Chen Smith Garcia Müller Novak Rossi Khan Silva Jensen Dubois Tanaka Okafor Lindqvist Moreau'.split(
  ' ',
);
const familiesZh = [...'陈王李张刘杨黄赵吴周徐孙'];
const givenZh = [...'国栋伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂'];

const at = (list, n) => list[n % list.length];

/** What somebody types during a call. */
const questions = {
  'beginning of a word': 'harb',
  'a name that thousands have': 'chen',
  'two words, the account’s last': 'anna harbour',
  'two Chinese characters': '银行',
  'a Chinese name': '陈国栋',
  pinyin: 'chenguo',
  'pinyin initials': 'cgd',
  'an account number': 'k-0049',
  'the end of a telephone number': '700001',
  'a name and a part of the number': 'chen 1234',
  'nothing that is there': 'zzyzx',
};

/** From a key stroke's request to its answer, over everything a large company has as customers. */
export async function finding({ startApi, makeDatabase, onProgress }) {
  onProgress(`making ${round(accounts)} accounts and ${round(accounts * peoplePerAccount)} persons`);
  const { databaseUrl, world } = await makeDatabase();
  await fill(databaseUrl);
  onProgress('finding customers');
  const api = await startApi(databaseUrl);
  const headers = { cookie: await signIn(api.url, world.agents[0].login) };
  const connection = await HttpConnection.open(api.url);
  const rows = [['finding the caller', 'found', 'median ms', '95 of 100 within ms', 'of the goal', 'goal ms']];
  for (const [name, typed] of Object.entries(questions)) {
    const { times, found } = await ask(connection, headers, typed);
    const late = quantile(times, 0.95);
    const share = round(late / goalMilliseconds, 2);
    rows.push([name, found, round(quantile(times, 0.5), 1), round(late, 1), share, goalMilliseconds]);
  }
  connection.close();
  await api.stop();
  return rows;
}

async function ask(connection, headers, typed) {
  const path = `/api/customers/find?q=${encodeURIComponent(typed)}`;
  const times = [];
  let found = 0;
  for (let n = 0; n < repeats + 3; n += 1) {
    const start = performance.now();
    const { status, body } = await connection.request('GET', path, { headers });
    if (status !== 200) throw new Error(`${path}: ${status} ${body}`);
    if (n >= 3) times.push(performance.now() - start);
    const answer = JSON.parse(body);
    found = answer.accounts.length + answer.people.length;
  }
  return { times, found };
}

async function fill(databaseUrl) {
  const { pinyinOf } = await import('../../apps/api/dist/platform/names/pinyin.js');
  const sql = await client(databaseUrl);
  const step = 2_000;
  for (let from = 0; from < accounts; from += step) {
    const some = Array.from({ length: Math.min(step, accounts - from) }, (_, index) => account(from + index));
    const people = some.flatMap(({ id, n }) =>
      Array.from({ length: peoplePerAccount }, (_, index) => person(id, n * peoplePerAccount + index)),
    );
    const named = (all, options) =>
      all.map((one) => ({ ...one, ...pinyinOf(`${one.name} ${one.nameZh ?? ''}`, options) }));
    await insert(sql, 'account', named(some), accountColumns);
    await insert(sql, 'person', named(people, { person: true }), personColumns);
    await insert(sql, 'person_phone', people, { person_id: ['uuid', 'id'], e164: ['text', 'e164'] });
  }
  await sql.query('VACUUM ANALYZE account, person, person_phone');
  await sql.end();
}

const account = (n) => ({
  n,
  id: uuid(),
  number: `K-${String(n).padStart(5, '0')}`,
  name: `${at(places, n)} ${at(trades, Math.floor(n / places.length))} ${n}`,
  nameZh: `${at(placesZh, n)}${at(placesZh, Math.floor(n / 7))}${at(tradesZh, Math.floor(n / places.length))}`,
});

/** One in four has a name in Chinese characters too. */
const person = (accountId, n) => ({
  accountId,
  id: uuid(),
  name: `${at(given, n)} ${at(families, Math.floor(n / given.length))}`,
  nameZh:
    n % 4 === 0
      ? `${at(familiesZh, n / 4)}${at(givenZh, Math.floor(n / 48))}${at(givenZh, Math.floor(n / 1_152) + 1)}`
      : null,
  e164: `+8610${String(n * 7 + 1).padStart(8, '0')}`,
});

const names = {
  name: ['text', 'name'],
  name_zh: ['text', 'nameZh'],
  pinyin: ['text', 'pinyin'],
  pinyin_initials: ['text', 'pinyinInitials'],
};
const accountColumns = { id: ['uuid', 'id'], number: ['text', 'number'], ...names };
const personColumns = { id: ['uuid', 'id'], account_id: ['uuid', 'accountId'], ...names };

/** `columns`: of each its type and the property it is filled from. */
function insert(sql, table, rows, columns) {
  const parts = Object.values(columns).map(([type], index) => `$${index + 1}::${type}[]`);
  return sql.query(
    `INSERT INTO ${table} (${Object.keys(columns).join(', ')}) SELECT * FROM unnest(${parts.join(', ')})`,
    Object.values(columns).map(([, property]) => rows.map((row) => row[property])),
  );
}
