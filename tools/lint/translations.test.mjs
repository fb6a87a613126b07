import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { translationFaults } from './translations/check.mjs';
import { flatten, readTexts } from './translations/texts.mjs';

const texts = (tree) => new Map(flatten(tree));
const template = (text) => ({ path: 'apps/console/src/board/board-page.html', text });
const code = (text) => ({ path: 'apps/console/src/board/board-page.ts', text });
const api = (text) => ({ path: 'apps/api/src/contacts/contact.service.ts', text });

const faultsOf = ({ en = {}, zh = en, console = [], refusals = [] }) =>
  translationFaults({
    languages: new Map([
      ['en', texts(en)],
      ['zh', texts(zh)],
    ]),
    consoleSources: console,
    apiSources: refusals,
  });

test('texts that both languages have and the console uses are in order', () => {
  const en = { board: { title: 'Board', rate: '{{k}} of {{n}}' }, state: { usual: 'usual', watch: 'watch' } };
  const zh = { board: { title: '看板', rate: '{{n}} 中 {{k}}' }, state: { usual: '正常', watch: '关注' } };
  const console = [
    template("{{ 'board.title' | transloco }}"),
    code("t('board.rate', { k, n }); t(`state.${state}`);"),
  ];
  assert.deepEqual(faultsOf({ en, zh, console }), []);
});

test('a key missing in one language fails', () => {
  const console = [template("{{ 'board.title' | transloco }}")];
  const faults = faultsOf({ en: { board: { title: 'Board' } }, zh: {}, console });
  assert.deepEqual(faults, ['board.title: missing in zh']);
});

test('a group of texts that is said as if it were one fails; one that begins a composed key does not', () => {
  const en = { board: { low: { heading: 'Low', none: 'None' } } };
  const composed = code("const heading = (of) => t('board.low.' + of); heading('heading');");
  assert.deepEqual(faultsOf({ en, console: [composed, code("const part = 'board.low'; t(part);")] }), []);
  const said = template('<fc-field [label]="t(\'board.low\')" />');
  assert.deepEqual(faultsOf({ en, console: [composed, said] }), [
    'board.low: said in apps/console/src/board/board-page.html, but it is a group of texts',
  ]);
});

test('an empty text fails', () => {
  const console = [template('<fc-page heading="board.title" />')];
  const faults = faultsOf({ en: { board: { title: 'Board' } }, zh: { board: { title: ' ' } }, console });
  assert.deepEqual(faults, ['board.title: no text in zh']);
});

test('languages that put in different values fail', () => {
  const console = [code("t('board.age', { seconds })")];
  const faults = faultsOf({
    en: { board: { age: '{{seconds}} s' } },
    zh: { board: { age: '{{ second }} 秒' } },
    console,
  });
  assert.deepEqual(faults, ['board.age: the languages put in different values (seconds | second)']);
});

test('a key that nothing uses fails', () => {
  assert.deepEqual(faultsOf({ en: { board: { title: 'Board' } }, console: [code("t('board.name')")] }), [
    'board.name: used in apps/console/src/board/board-page.ts, in no language',
    'board.title: unused',
  ]);
});

test('a key used in a template and in no language fails', () => {
  const console = [template("<p [title]=\"t('board.titel')\">{{ 'board.title' | transloco }}</p>")];
  assert.deepEqual(faultsOf({ en: { board: { title: 'Board' } }, console }), [
    'board.titel: used in apps/console/src/board/board-page.html, in no language',
  ]);
});

test('a beginning that goes on with more than a dot uses its keys', () => {
  const console = [template("{{ t('close.note-' + kind()) }}"), code("t('state.is-' + state)")];
  const en = { close: { 'note-team': 'Closes the team' }, state: { 'is-usual': 'usual' } };
  assert.deepEqual(faultsOf({ en, console }), []);
});

test('the name of an event of the API is no missing key', () => {
  const console = [template("{{ 'board.title' | transloco }}"), code("socket.emit('board.watch')")];
  const en = { board: { title: 'Board' } };
  assert.deepEqual(
    faultsOf({ en, console, refusals: [api("@SubscribeMessage('board.watch')\nclass Gateway {}")] }),
    [],
  );
  assert.equal(faultsOf({ en, console }).length, 1);
});

test('a template inside a component is read also where it has no element', () => {
  const console = [code("@Component({ template: `{{ t('board.title') }}` }) class Board {}")];
  assert.deepEqual(faultsOf({ en: { board: { title: 'Board' } }, console }), []);
});

test('a template inside a component is read too', () => {
  const console = [code("@Component({ template: `<p>{{ 'board.title' | transloco }}</p>` }) class Board {}")];
  assert.deepEqual(faultsOf({ en: { board: { title: 'Board' } }, console }), []);
});

const refusals = [
  ['new ProblemError', "throw new ProblemError(409, 'late', 'Too late.');"],
  ['a function that makes one', "const refuse = (code) => new ProblemError(409, code, 'x'); throw refuse('late');"],
  ['an object', "const problem = { status: 409, code: late ? 'late' : undefined };"],
  ['a choice', "throw new ProblemError(409, tooLate ? 'late' : 'late', 'Too late.');"],
  ['a table of codes', "const frameworkCodes = { 408: 'late' };"],
];
for (const [what, text] of refusals) {
  test(`an untranslated code fails, given by ${what}`, () => {
    assert.deepEqual(faultsOf({ refusals: [api(text)] }), [
      'problem.late: used in apps/api/src/contacts/contact.service.ts, in no language',
    ]);
    assert.deepEqual(faultsOf({ en: { problem: { late: 'Too late' } }, refusals: [api(text)] }), []);
  });
}

test("an untranslated fault of a field fails, zod's own faults need no text", () => {
  const field = [api("const fields = [{ path: 'endedAt', code: issue.code ?? 'late', message: 'Too late.' }];")];
  assert.deepEqual(faultsOf({ refusals: field }), [
    'problem.field.late: used in apps/api/src/contacts/contact.service.ts, in no language',
  ]);
  const en = { problem: { field: { late: 'Too late', too_small: 'Too short' } } };
  assert.deepEqual(faultsOf({ en, refusals: field }), []);
});

test('a refusal of the console itself is no unused text', () => {
  const console = [code("const problem = { status: 0, code: 'no-connection' };")];
  assert.deepEqual(faultsOf({ en: { problem: { 'no-connection': 'No connection' } }, console }), []);
});

test('each language has its own plural forms', () => {
  const console = [code("t('board.accounts', { count })")];
  const en = { board: { accounts: { one: 'one account', other: '{{count}} accounts' } } };
  assert.deepEqual(faultsOf({ en, zh: { board: { accounts: '{{count}} 个客户' } }, console }), []);
  assert.deepEqual(faultsOf({ en, zh: { board: { accounts: { other: '{{count}} 个客户' } } }, console }), []);
  const onlyOther = { board: { accounts: { other: '{{count}} accounts' } } };
  assert.deepEqual(faultsOf({ en: onlyOther, zh: onlyOther, console }), ['board.accounts.one: missing in en']);
  assert.deepEqual(faultsOf({ en, zh: {}, console }), ['board.accounts: missing in zh']);
});

test('a code that is no constant fails', () => {
  assert.equal(faultsOf({ refusals: [api('throw new ProblemError(409, reason.code, reason.text);')] }).length, 1);
});

test('a translated code that the API does not give is unused', () => {
  const faults = faultsOf({ en: { problem: { late: 'Too late' } }, console: [code('t(`problem.${code}`)')] });
  assert.deepEqual(faults, ['problem.late: unused']);
});

test('texts are read from a file per language and feature', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  context.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'board'));
  writeFileSync(join(folder, 'en.json'), '{ "nav": { "board": "Board" } }');
  writeFileSync(join(folder, 'board', 'en.json'), '{ "title": "Board" }');
  assert.deepEqual([...readTexts(folder).get('en').keys()].toSorted(), ['board.title', 'nav.board']);
});
