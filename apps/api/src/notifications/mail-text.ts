import type { LocaleName, NotificationKind } from '@forecall/contracts';

type Values = Readonly<Record<string, string>>;
interface Words {
  readonly subject: string;
  readonly body: string;
}

/** By kind, in both languages. `{what}` and the like are put in. */
const words: Record<LocaleName, Record<NotificationKind, Words>> = {
  en: {
    'duty-opened': { subject: 'For you: {what}', body: '{what}\nDue {due}.' },
    'duty-handed': { subject: 'Handed to you: {what}', body: '{what}\nIt is yours now. Due {due}.' },
    'duty-reminder': { subject: 'Due {due}: {what}', body: '{what}\nDue {due}.' },
    'duty-due': { subject: 'Due now: {what}', body: '{what}\nIt is due since {due}.' },
    'duty-gone-up': {
      subject: 'Overdue in your team: {what}',
      body: '{what}\nIt was due {due} and is not done. It is with {owner}.',
    },
    'report-not-mailed': {
      subject: 'Not mailed to all: {report}',
      body: 'The report “{report}” was not mailed to everybody.\nMay not open it any more: {people}\n{refusal}',
    },
    'exam-booked': { subject: 'Practical exam {due}', body: 'Your practical exam “{campaign}” is on {due}.' },
    'exam-moved': { subject: 'Practical exam now {due}', body: 'A practical exam of “{campaign}” was moved to {due}.' },
    'exam-taken-off': {
      subject: 'Practical exam {due} without you',
      body: 'You do not examine any more on {due} in “{campaign}”.',
    },
    'exam-cancelled': {
      subject: 'No practical exam {due}',
      body: 'The practical exam of {candidate} on {due} in “{campaign}” is cancelled.',
    },
    'exams-to-give': {
      subject: 'You examine: {campaign}',
      body: 'Exams were booked with you as the assessor in “{campaign}”: {exams}. Your calendar shows when.',
    },
    'alarm-raised': {
      subject: 'Alarm in {department}',
      body: 'More complaints than chance allows in {department}, rising since about {since}.\n{rise}\nThe board shows it, and who has taken it.',
    },
    'appraisal-disputed': {
      subject: 'Disputed: appraisal of {subject}, {period}',
      body: 'The appraisal of {subject} that you wrote is disputed: {period}. It is now to be decided.',
    },
    'appraisal-decided': {
      subject: 'Decided: appraisal of {subject}, {period}',
      body: 'The dispute about the appraisal of {subject} is decided: {period}. The page says why and what changed.',
    },
    'appraisal-closed': {
      subject: 'Closed unsigned: appraisal of {subject}, {period}',
      body: 'The cycle was closed before the appraisal of {subject} was signed: {period}. That says nothing of you.',
    },
    'appraisal-signed': {
      subject: 'Signed: appraisal of {subject}, {period}',
      body: 'The appraisal of {subject} is signed: {period}. From now on nothing of it changes.',
    },
    'upward-asked': {
      subject: 'How is your team led? {period}',
      body: 'You are asked how your team is led: {period}. An answer is added to those of the team and kept nowhere by itself; nobody learns which is yours. Shown is the whole team, once the cycle is closed, from four answers on.',
    },
  },
  zh: {
    'duty-opened': { subject: '交办给您：{what}', body: '{what}\n到期时间：{due}。' },
    'duty-handed': { subject: '转交给您：{what}', body: '{what}\n现由您负责。到期时间：{due}。' },
    'duty-reminder': { subject: '{due} 到期：{what}', body: '{what}\n到期时间：{due}。' },
    'duty-due': { subject: '现已到期：{what}', body: '{what}\n已于 {due} 到期。' },
    'duty-gone-up': {
      subject: '您的团队有事项逾期：{what}',
      body: '{what}\n应于 {due} 办结，尚未完成。负责人：{owner}。',
    },
    'report-not-mailed': {
      subject: '未全部发送：{report}',
      body: '报表“{report}”未能发送给所有收件人。\n已无权查看：{people}\n{refusal}',
    },
    'exam-booked': { subject: '实战考试：{due}', body: '您的实战考试“{campaign}”安排在 {due}。' },
    'exam-moved': { subject: '实战考试改到 {due}', body: '“{campaign}”的一场实战考试改到 {due}。' },
    'exam-taken-off': { subject: '{due} 的实战考试不再由您考评', body: '“{campaign}”{due} 的考试不再由您考评。' },
    'exam-cancelled': {
      subject: '{due} 的实战考试已取消',
      body: '“{campaign}”中{candidate}原定 {due} 的实战考试已取消。',
    },
    'exams-to-give': {
      subject: '请您担任考官：{campaign}',
      body: '“{campaign}”中由您担任考官的考试：{exams} 场，时间见日历。',
    },
    'alarm-raised': {
      subject: '{department}报警',
      body: '{department}的投诉多于偶然可能，约 {since} 起上升。\n{rise}\n详情及处理人见实时看板。',
    },
    'appraisal-disputed': {
      subject: '有异议：{subject}的考评，{period}',
      body: '您撰写的{subject}的考评（{period}）有异议，等待裁定。',
    },
    'appraisal-decided': {
      subject: '已裁定：{subject}的考评，{period}',
      body: '对{subject}的考评（{period}）的异议已裁定，理由和改动见考评页。',
    },
    'appraisal-closed': {
      subject: '未签署即关闭：{subject}的考评，{period}',
      body: '{subject}的考评（{period}）在签署前周期已关闭；这不代表对您的评价。',
    },
    'appraisal-signed': {
      subject: '已签署：{subject}的考评，{period}',
      body: '{subject}的考评（{period}）已签署，此后不再更改。',
    },
    'upward-asked': {
      subject: '您如何评价主管对团队的带领？{period}',
      body: '请您评价主管对团队的带领（{period}）。回答只计入团队合计，不单独保存，没有人会知道哪份是您的。周期关闭后，有四份以上回答才显示全队结果。',
    },
  },
};

const foot: Record<LocaleName, string> = {
  en: 'You find it in Forecall under My day. What is sent to you by mail you choose on your own page.',
  zh: '请在 Forecall 的“我的一天”中查看。哪些通知发送邮件，可在个人页面设置。',
};

/** What a duty is, in words: what was written down, or what the kind says, and what it is about where that is known. */
function whatOf(locale: LocaleName, values: Values): string {
  if (values['exam']) return examOf(locale, values['exam'], values);
  if (values['period']) return appraisalsOf(locale, values);
  if (values['goalOf']) return goalOf(locale, values);
  if (values['session'])
    return locale === 'zh' ? `为校准样本评分：${values['session']}` : `Mark the gold session: ${values['session']}`;
  if (values['duty'] === 'alarm') return alarmOf(locale, values);
  const subject = values['complaint'] ?? customerOf(locale, values);
  const { said } = values;
  const low = said && (locale === 'zh' ? `跟进低分评价：${said}` : `See to a low answer: ${said}`);
  const what = values['what'] || low || (locale === 'zh' ? '回电' : 'Call back');
  return subject ? (locale === 'zh' ? `${what}（${subject}）` : `${what} (${subject})`) : what;
}

function examOf(locale: LocaleName, exam: string, { examZh, candidate }: Values): string {
  if (locale === 'zh') return `实战考试“${examZh || exam}”${candidate ? `（${candidate}）` : ''}`;
  return `Practical exam “${exam}”${candidate ? ` (${candidate})` : ''}`;
}

const periodOf = (locale: LocaleName, { period, periodZh }: Values): string =>
  (locale === 'zh' && periodZh) || period || '';

function appraisalsOf(locale: LocaleName, values: Values): string {
  const who = values['subject'];
  const period = periodOf(locale, values);
  return locale === 'zh'
    ? `考评：${period}${who ? `（${who}）` : ''}`
    : `Appraisals: ${period}${who ? ` (${who})` : ''}`;
}

const goalOf = (locale: LocaleName, { subject = '' }: Values): string =>
  locale === 'zh' ? `检查${subject}的改进目标` : `Look at a goal of ${subject}`;

const departmentOf = (locale: LocaleName, { department, departmentZh }: Values): string =>
  (locale === 'zh' && departmentZh) || department || '';

const alarmOf = (locale: LocaleName, values: Values): string =>
  locale === 'zh'
    ? `说明警报原因：${departmentOf(locale, values)}`
    : `Say what is behind the alarm: ${departmentOf(locale, values)}`;

function customerOf(locale: LocaleName, values: Values): string {
  const nameOf = (part: string) => (locale === 'zh' && values[`${part}Zh`]) || values[part];
  return [nameOf('person'), nameOf('account')].filter(Boolean).join(locale === 'zh' ? '，' : ', ');
}

/** How many complaints where how many are usual, and what explains most of them. Empty where that is not known yet. */
function riseOf(locale: LocaleName, values: Values): string {
  const { complaints, contacts, expected, factorComplaints } = values;
  if (complaints === undefined) return '';
  const factor = locale === 'zh' ? values['factorZh'] : values['factor'];
  if (locale === 'zh')
    return `${contacts} 次联络中 ${complaints} 宗投诉；平时水平下约 ${expected} 宗。${factor ? `其中 ${factorComplaints} 宗：“${factor}”。` : ''}`;
  const first = `${complaints} complaints in ${contacts} contacts; the usual level would give about ${expected}.`;
  return factor ? `${first} ${factorComplaints} of them: “${factor}”.` : first;
}

function timeOf(locale: LocaleName, at: string | undefined, zone: string): string {
  if (at === undefined) return '';
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    ...{ timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  }).format(new Date(at));
}

/** What may stand in the words, in the reader's language; empty where it was not told. */
const valuesOf = (locale: LocaleName, values: Values, zone: string): Values => ({
  what: whatOf(locale, values),
  due: timeOf(locale, values['dueAt'], zone),
  owner: values['owner'] || '–',
  report: values['report'] ?? '',
  people: values['people'] || '–',
  refusal: values['refusal'] ?? '',
  campaign: values['campaign'] ?? '',
  candidate: values['candidate'] ?? '',
  exams: values['exams'] ?? '',
  department: departmentOf(locale, values),
  since: timeOf(locale, values['since'], zone),
  rise: riseOf(locale, values),
  subject: values['subject'] ?? '',
  period: periodOf(locale, values),
});

/** The names in the words of a kind that nothing was told for. */
export function holesOf(kind: NotificationKind, locale: LocaleName, values: Values, zone: string): string[] {
  const known = valuesOf(locale, values, zone);
  const { subject, body } = words[locale][kind];
  return [...`${subject} ${body}`.matchAll(placeholder)].flatMap(([, name = '']) => (known[name] ? [] : [name]));
}

const placeholder = /\{(\w+)\}/g;

/** Subject (one line, whatever people wrote) and body (plain text), in the reader's language. */
export function mailTextOf(kind: NotificationKind, locale: LocaleName, values: Values, zone: string): Words {
  const known = valuesOf(locale, values, zone);
  const fill = (text: string) => text.replaceAll(placeholder, (_, name: string) => known[name] ?? '');
  const { subject, body } = words[locale][kind];
  return {
    subject: fill(subject)
      .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
      .slice(0, 200),
    body: `${fill(body)}\n\n${foot[locale]}\n`,
  };
}
