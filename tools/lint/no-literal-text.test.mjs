import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintText } from './lint-text.mjs';

const literals = [
  ['a text', '<p>Hello</p>'],
  ['a Chinese text', '<p>你好</p>'],
  ['a text beside a value', '<p>{{ count() }} complaints</p>'],
  ['a text constant', "<p>{{ 'Hello' }}</p>"],
  ['a choice of constants', "<p>{{ open() ? 'Open' : name() }}</p>"],
  ['a text in a block', '@if (open()) { <b>Open</b> }'],
  ['an aria-label', '<section aria-label="Board"></section>'],
  ['a title', '<p title="Board">{{ name() }}</p>'],
  ['a placeholder', '<input id="q" placeholder="Search" />'],
  ['an alt', '<img alt="A board" />'],
  ['a bound title', '<p [title]="\'Board\'">{{ name() }}</p>'],
  ['a bound aria-label', '<section [attr.aria-label]="\'Board \' + name()"></section>'],
  ['a title with a value in it', '<p title="Board {{ name() }}">{{ name() }}</p>'],
  ['the label of a control', '<fc-field label="Name" />'],
  ['a sentence given to a component', '<fc-field hint="As on the invoice" />'],
  ['Chinese given to anything', '<fc-field unit="分钟" />'],
];
const clean = [
  ['a key', "<p>{{ 'board.title' | transloco }}</p>"],
  ['a called key', "<p>{{ t('board.title', { name: 'x' }) }}</p>"],
  ['figures and signs', '<p>{{ k() }} / {{ n() }} · 12 %</p>'],
  ['a key on the keyboard', '<kbd>Ctrl K</kbd>'],
  ['the product', '<h1>Forecall</h1>'],
  ['a bound key', '<section [attr.aria-label]="t(\'board.title\')"></section>'],
  ['other attributes', '<section class="tile" id="board" data-state="watch"></section>'],
  ['classes of a component', '<fc-tile class="wide tall" key="complaint-rate" />'],
  ['an entity', '<p>&nbsp;&middot;</p>'],
];

const literalsIn = async (html) =>
  (await lintText('apps/console/src/app/board/board-page.html', html)).filter(
    ({ rule }) => rule === 'forecall/no-literal-text',
  );

for (const [what, html] of literals) {
  test(`a template may not hold ${what}`, async () => assert.equal((await literalsIn(html)).length, 1));
}
for (const [what, html] of clean) {
  test(`a template may hold ${what}`, async () => assert.deepEqual(await literalsIn(html), []));
}

test('a template inside a component is read too', async () => {
  const component =
    "import { Component } from '@angular/core';\n@Component({ selector: 'fc-x', template: `<p>Hello</p>` })\nexport class Greeting {}\n";
  const messages = await lintText('apps/console/src/app/board/greeting.ts', component);
  assert.ok(messages.some(({ rule }) => rule === 'forecall/no-literal-text'));
});

test('a click that the keyboard cannot do fails', async () => {
  const messages = await lintText(
    'apps/console/src/app/board/board-page.html',
    '<div (click)="open()">{{ x() }}</div>',
  );
  assert.ok(messages.some(({ rule }) => rule === '@angular-eslint/template/click-events-have-key-events'));
});
