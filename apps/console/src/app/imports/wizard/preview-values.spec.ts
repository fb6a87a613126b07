import { missingColumn, previewValues } from './preview-values.js';

it('says what a row becomes by the names of the form, and of an answer its score alone', () => {
  const shown = previewValues({
    'contact.startedAt': '2026-03-02T08:15:00.000Z',
    'contact.talkSeconds': 75,
    'answers.0.kind': 'csat',
    'answers.0.scale': 5,
    'answers.0.score': 4,
    'answers.0.at': '2026-03-02T08:16:15.000Z',
    'attributes.shift': 'early',
  });
  expect(shown.map(({ target, attribute, value }) => [target ?? attribute, value])).toEqual([
    ['contact.startedAt', '2026-03-02T08:15:00.000Z'],
    ['contact.talk', 75],
    ['answers.csat', 4],
    ['shift', 'early'],
  ]);
});

it('finds the column that a file lacks in what the server says', () => {
  const said = 'The file has no column "Agent", which the preset uses at contact.rep. It has: A, B.';
  expect([missingColumn(said), missingColumn('The file is empty.')]).toEqual(['Agent', undefined]);
});
