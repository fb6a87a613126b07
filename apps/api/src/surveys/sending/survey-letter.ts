import type { SurveyContent } from '@forecall/contracts';
import { lowestOf } from '@forecall/domain';

export interface LetterFacts {
  readonly locale: 'en' | 'zh';
  readonly zone: string;
  readonly organisation: string;
  readonly name: string;
  readonly content: SurveyContent;
  /** Where the page of this ask is, without a query. */
  readonly link: string;
  readonly expiresAt: Date;
  readonly isReminder: boolean;
}

const words = {
  en: {
    one: '{organisation}: one question',
    several: '{organisation}: a few questions',
    again: '{organisation}: a reminder of our question',
    hello: 'Hello {name},',
    lead: 'we would like to know how you find us. It takes a minute.',
    reminder: 'we have asked you this before and not heard from you. This is the only reminder.',
    here: 'Answer here: {link}',
    score: '{score} {words}: {link}',
    confirm: 'The link opens a page; there you confirm. It is good until {until}.',
    stop: 'If you do not want to be asked any more: {link}',
  },
  zh: {
    one: '{organisation}：想请您回答一道题',
    several: '{organisation}：想请您回答几道题',
    again: '{organisation}：提醒您回答问卷',
    hello: '{name}，您好：',
    lead: '我们想了解您的感受，只需一分钟。',
    reminder: '此前曾向您发出问卷，尚未收到答复。仅提醒这一次。',
    here: '请在此回答：{link}',
    score: '{score} {words}：{link}',
    confirm: '打开链接后请在页面上确认。链接有效期至 {until}。',
    stop: '如不想再收到问卷，请点击：{link}',
  },
} as const;

/** A longer scale would be a letter of links; there the page is opened first. */
const mostLinks = 7;

/** The letter that asks, or asks once more: plain text, in the customer's language. */
export function surveyLetter(facts: LetterFacts): { subject: string; body: string } {
  const { locale, content, link, isReminder } = facts;
  const t = words[locale];
  const values: Readonly<Record<string, string>> = {
    ...{ organisation: facts.organisation, name: facts.name, until: dayOf(facts) },
  };
  const fill = (text: string, more: Readonly<Record<string, string>> = {}) =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => more[name] ?? values[name] ?? '');
  const first = content.questions[0];
  const scores = first?.kind === 'scale' && first.steps <= mostLinks ? scoresOf(first) : [];
  const subject = isReminder ? t.again : content.questions.length > 2 ? t.several : t.one;
  const lines = [
    fill(t.hello),
    '',
    fill(isReminder ? t.reminder : t.lead),
    '',
    ...(scores.length > 0 && first
      ? [
          first.text[locale],
          '',
          ...scores.map(({ score, ends }) =>
            fill(t.score, { score: String(score), words: ends[locale], link: `${link}?lang=${locale}&score=${score}` }),
          ),
        ]
      : [fill(t.here, { link: `${link}?lang=${locale}` })]),
    '',
    fill(t.confirm),
    '',
    fill(t.stop, { link: `${link}/stop?lang=${locale}` }),
    '',
  ];
  return { subject: oneLine(fill(subject)), body: lines.join('\n').replaceAll(/ +(?=[:：]) */g, '') };
}

function scoresOf({ measure, steps, low, high }: Extract<SurveyContent['questions'][number], { kind: 'scale' }>) {
  const lowest = lowestOf(measure);
  const nothing = { en: '', zh: '' };
  return Array.from({ length: steps }, (_, n) => ({
    score: lowest + steps - 1 - n,
    ends: n === 0 ? high : n === steps - 1 ? low : nothing,
  }));
}

const dayOf = ({ locale, zone, expiresAt }: LetterFacts): string =>
  new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: zone, dateStyle: 'long' }).format(expiresAt);

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 200);
