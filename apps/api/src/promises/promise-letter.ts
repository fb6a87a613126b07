import type { LocaleName, PromiseLetter } from '@forecall/contracts';
import type { LetterFacts } from './promise.query.js';

interface Words {
  readonly subject: string;
  readonly greeting: string;
  readonly nobody: string;
  readonly made: string;
  readonly moved: string;
  readonly foot: string;
}

/** `{what}` and the like are put in. */
const words: Readonly<Record<LocaleName, Words>> = {
  en: {
    subject: 'What we promised you: {what}',
    greeting: 'Dear {person},',
    nobody: 'Good day,',
    made: 'as we said, you get from us by {due}:',
    moved: 'as we agreed, the time has changed. You get from us by {due}:',
    foot: 'Until then I am there for your questions.',
  },
  zh: {
    subject: '我们对您的承诺：{what}',
    greeting: '尊敬的{person}：',
    nobody: '您好：',
    made: '如约，我们将在{due}前为您办妥：',
    moved: '经与您商定，时间有所调整。我们将在{due}前为您办妥：',
    foot: '在此之前如有疑问，请随时与我联系。',
  },
};

/** The wording that goes to the customer, in their language, for somebody to read and change before it is sent. */
export function letterTo(facts: LetterFacts, isMailThere: boolean): PromiseLetter {
  const { what, person, owner, to, language } = facts;
  const said = words[language];
  const known: Readonly<Record<string, string>> = { what, due: timeOf(facts), person: person ?? '' };
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '');
  return {
    ...{ to, language },
    subject: fill(said.subject).slice(0, 150),
    text: [
      fill(person === null ? said.nobody : said.greeting),
      fill(facts.isMoved ? said.moved : said.made),
      what,
      said.foot,
      owner,
    ].join('\n\n'),
    refusal: to === null ? 'no-address' : isMailThere ? null : 'no-mail-server',
  };
}

/** "Tue 1 December at 17:00", by their clock, which is named where it is not ours. */
function timeOf({ dueAt, zone, language, isZoneForeign }: LetterFacts): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const time = new Intl.DateTimeFormat(locale, {
    ...{ timeZone: zone, weekday: 'short', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  }).format(dueAt);
  if (!isZoneForeign) return time;
  const name =
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' })
      .formatToParts(dueAt)
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return language === 'zh' ? `${time}（${name}）` : `${time} (${name})`;
}
