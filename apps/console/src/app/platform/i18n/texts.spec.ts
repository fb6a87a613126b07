import { TestBed } from '@angular/core/testing';
import { provideTextsForTest } from '../../testing/texts.js';
import { localeOfBrowser } from './locale.js';
import { Texts } from './texts.js';

async function setUp() {
  TestBed.configureTestingModule({
    providers: [
      provideTextsForTest({
        en: {
          hello: 'Hello {{ name }}',
          tries: { one: '1 try', other: '{{ count }} tries' },
          plain: { other: 'all' },
        },
        zh: { hello: '{{ name }}，你好', tries: { one: '{{ count }} 次', other: '{{ count }} 次' } },
        'board/en': { title: 'Board' },
        'board/zh': { title: '实时看板' },
      }),
    ],
  });
  const texts = TestBed.inject(Texts);
  await texts.use('en');
  return texts;
}

describe('a text', () => {
  it('has its values put in', async () => {
    const texts = await setUp();
    expect(texts.say('hello', { name: 'Liu Yan' })).toBe('Hello Liu Yan');
  });

  it('chooses between one and many by its count', async () => {
    const texts = await setUp();
    expect(texts.say('tries', { count: 1 })).toBe('1 try');
    expect(texts.say('tries', { count: 4 })).toBe('4 tries');
    expect(texts.say('plain')).toBe('all');
  });

  it('that nobody wrote shows its key, and is known to be missing', async () => {
    const texts = await setUp();
    expect(texts.has('hello')).toBe(true);
    expect(texts.has('nothing')).toBe(false);
    expect(texts.say('nothing')).toBe('nothing');
  });

  it('follows a switch of the language, with the texts of the features already open', async () => {
    const texts = await setUp();
    await texts.need('board');
    expect(texts.say('board.title')).toBe('Board');
    await texts.use('zh');
    expect(texts.say('board.title')).toBe('实时看板');
    expect(texts.say('hello', { name: '刘燕' })).toBe('刘燕，你好');
    expect(texts.locale()).toBe('zh');
  });
});

describe('the language of the browser', () => {
  it.each([
    [['de-DE', 'zh-CN', 'en'], 'zh'],
    [['en-GB'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('%p is %s', (languages, locale) => expect(localeOfBrowser(languages)).toBe(locale));
});
