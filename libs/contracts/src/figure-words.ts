import { definitionOf, type DimensionName, type MetricId } from '@forecall/domain';

export interface InBoth {
  readonly en: string;
  readonly zh: string;
}

/** What a metric is called, on the screen and in files. */
export const metricNames: Readonly<Record<MetricId, InBoth>> = {
  'complaint-rate': { en: 'Complaint rate', zh: '投诉率' },
  'complaint-rate-handling': { en: 'Complaint rate by handling department', zh: '投诉率（按受理部门）' },
  complaints: { en: 'Complaints', zh: '投诉数' },
  'complaints-concerning': { en: 'Complaints concerning', zh: '涉及投诉率' },
  offered: { en: 'Offered', zh: '呼入数' },
  handled: { en: 'Handled', zh: '已处理数' },
  'abandonment-rate': { en: 'Abandonment rate', zh: '放弃率' },
  asa: { en: 'Average speed of answer', zh: '平均应答时间' },
  'time-to-abandon': { en: 'Time to abandon', zh: '平均放弃等待' },
  'service-level-1': { en: 'Service level: answered or abandoned in time', zh: '服务水平：及时接听或放弃率' },
  'service-level-2': { en: 'Service level: answered in time, of answered', zh: '服务水平：及时接听率（占已接听）' },
  'service-level-3': { en: 'Service level: answered in time, of offered', zh: '服务水平：及时接听率（占呼入）' },
  'service-level-4': {
    en: 'Service level: answered in time, without early abandons',
    zh: '服务水平：及时接听率（不计早放弃）',
  },
  'service-level-5': {
    en: 'Service level: answered in time or abandoned in 5 s',
    zh: '服务水平：及时接听或 5 秒内放弃率',
  },
  attribute: { en: 'Imported attribute', zh: '导入的属性' },
  'customer-attribute': { en: 'Imported attribute of customers', zh: '导入的客户属性' },
  'talk-mean': { en: 'Mean talk time', zh: '平均通话时长' },
  aht: { en: 'Average handling time', zh: '平均处理时长' },
  'resolved-at-contact': { en: 'Resolved at contact, of handled', zh: '当次解决率（占已处理）' },
  'resolved-of-offered': { en: 'Resolved at contact, of offered', zh: '当次解决率（占呼入）' },
  csat: { en: 'Satisfied answers', zh: '满意率' },
  'csat-entered': { en: 'Satisfied answers, entered by one of ours', zh: '满意率（由我方录入）' },
  'csat-mean': { en: 'Mean satisfaction score', zh: '平均满意度' },
  'csat-relationship': { en: 'Satisfied with the relationship', zh: '关系满意率' },
  'csat-relationship-mean': { en: 'Mean score of the relationship', zh: '关系平均满意度' },
  nps: { en: 'Net promoter score after contacts', zh: '净推荐值（联络后）' },
  'nps-relationship': { en: 'Net promoter score of the relationship', zh: '净推荐值（关系）' },
  ces: { en: 'Found it easy, of contacts (CES, 5 to 7 of 7)', zh: '办事轻松率（联络，CES 7 分制 5–7 分）' },
  'ces-relationship': { en: 'Find it easy with us (CES, 5 to 7 of 7)', zh: '合作轻松率（关系，CES 7 分制 5–7 分）' },
  'survey-response-rate': { en: 'Surveys answered, of contacts', zh: '问卷答复率（联络）' },
  'survey-response-rate-relationship': { en: 'Surveys answered, of the relationship', zh: '问卷答复率（关系）' },
  'servqual-gap': { en: 'Perceived less expected', zh: '服务质量差距（感受减期望）' },
  fcr: { en: 'Settled at first contact', zh: '首次联络解决率' },
  'open-complaints': { en: 'Open complaints', zh: '未结投诉' },
  'acknowledged-in-time': { en: 'Acknowledged in time', zh: '按时确认率' },
  'resolved-in-time': { en: 'Resolved in time', zh: '按时答复率' },
  'complaint-reopen-rate': { en: 'Complaints reopened', zh: '投诉重开率' },
  'repeat-complaint-rate': { en: 'Repeat complaints', zh: '重复投诉率' },
  'complaints-per-1000-accounts': { en: 'Complaints per 1,000 accounts', zh: '每千客户投诉数' },
  'upheld-rate': { en: 'Complaints upheld', zh: '投诉成立率' },
  'cadence-compliance': { en: 'Proactive calls in time', zh: '主动致电按时率' },
  'proactive-catch-rate': { en: 'Caught before they complained', zh: '投诉前发现率' },
  'lead-time': { en: 'Lead before the complaint', zh: '发现早于投诉的时间' },
  'calls-per-catch': { en: 'Calls for each problem caught', zh: '每发现一个问题的致电数' },
  'promise-kept-rate': { en: 'Promises kept', zh: '承诺兑现率' },
  'training-coverage': { en: 'Key accounts trained', zh: '大客户培训覆盖率' },
  'exam-first-attempt-pass-rate': { en: 'Exams passed at the first attempt', zh: '考试首次通过率' },
  'exam-pass-rate': { en: 'Exams passed, of those assessed', zh: '已评定者通过率' },
};

/** A metric in a sentence: that of an attribute by the attribute's name. */
export function metricName(metric: MetricId, attribute: string | undefined): InBoth {
  const isNamed = attribute !== undefined && definitionOf(metric).isOfAttribute === true;
  return isNamed ? { en: attribute, zh: attribute } : metricNames[metric];
}

const dimensionWords: Readonly<Record<DimensionName, InBoth>> = {
  department: { en: 'Department', zh: '部门' },
  team: { en: 'Team', zh: '团队' },
  rep: { en: 'Rep', zh: '专员' },
  supervisor: { en: 'Supervisor', zh: '主管' },
  channel: { en: 'Channel', zh: '方式' },
  direction: { en: 'Direction', zh: '方向' },
  purpose: { en: 'Purpose', zh: '目的' },
  outcome: { en: 'Outcome', zh: '结果' },
  reason: { en: 'Reason', zh: '事由' },
  'widest-reason': { en: 'Widest reason', zh: '一级事由' },
  account: { en: 'Account', zh: '客户' },
  'care-class': { en: 'Care class', zh: '客户类型' },
  campaign: { en: 'Exam campaign', zh: '考试活动' },
  'servqual-dimension': { en: 'Dimension of quality', zh: '服务质量维度' },
  date: { en: 'Day', zh: '日' },
  week: { en: 'Week', zh: '周' },
  month: { en: 'Month', zh: '月' },
  quarter: { en: 'Quarter', zh: '季度' },
  year: { en: 'Year', zh: '年' },
  weekday: { en: 'Weekday', zh: '星期' },
  hour: { en: 'Hour', zh: '小时' },
  'quarter-hour': { en: 'Quarter-hour', zh: '刻钟' },
  score: { en: 'Score', zh: '评分' },
  'wait-band': { en: 'Wait', zh: '等待时长' },
  'talk-band': { en: 'Talk', zh: '通话时长' },
};

/** What a breakdown is called; an attribute has the name that the import gave it, in every language. */
export function dimensionName(dimension: string): InBoth {
  const attribute = dimension.startsWith('attribute:') ? dimension.slice('attribute:'.length) : undefined;
  if (attribute !== undefined) return { en: attribute, zh: attribute };
  const words: Readonly<Record<string, InBoth>> = dimensionWords;
  return words[dimension] ?? { en: dimension, zh: dimension };
}

const weekdays: readonly InBoth[] = [
  { en: 'Mon', zh: '周一' },
  { en: 'Tue', zh: '周二' },
  { en: 'Wed', zh: '周三' },
  { en: 'Thu', zh: '周四' },
  { en: 'Fri', zh: '周五' },
  { en: 'Sat', zh: '周六' },
  { en: 'Sun', zh: '周日' },
];

/** The bands of waits and talks, equally wide; the last is open to above. */
export const bandsOf = {
  'wait-band': { widthSeconds: 10, lastSeconds: 120 },
  'talk-band': { widthSeconds: 60, lastSeconds: 900 },
} as const;

/** "10–19 s", "120 s and more"; minutes for talks. */
function bandName(dimension: keyof typeof bandsOf, key: string, locale: 'en' | 'zh'): string {
  const { widthSeconds, lastSeconds } = bandsOf[dimension];
  const inMinutes = widthSeconds === 60;
  const unit = locale === 'zh' ? (inMinutes ? '分钟' : '秒') : inMinutes ? 'min' : 's';
  const from = Number(key) / (inMinutes ? 60 : 1);
  if (Number(key) >= lastSeconds) return locale === 'zh' ? `${from} ${unit}及以上` : `${from} ${unit} and more`;
  return inMinutes ? `${from}–${from + 1} ${unit}` : `${from}–${from + widthSeconds - 1} ${unit}`;
}

/** What a contact says of itself, how its customer is cared for, and of what a perception is. */
const keyWords: Readonly<Record<string, Readonly<Record<string, InBoth>>>> = {
  direction: { in: { en: 'in', zh: '呼入' }, out: { en: 'out', zh: '呼出' } },
  purpose: {
    service: { en: 'service', zh: '服务' },
    proactive: { en: 'our regular call', zh: '主动致电' },
    internal: { en: 'internal', zh: '内部' },
  },
  outcome: {
    handled: { en: 'handled', zh: '已处理' },
    'abandoned-in-queue': { en: 'left the queue', zh: '排队时放弃' },
    'abandoned-in-menu': { en: 'left the menu', zh: '菜单中放弃' },
    'not-reached': { en: 'not reached', zh: '未接通' },
  },
  'care-class': {
    loyal: { en: 'loyal', zh: '忠诚型' },
    'fast-growing': { en: 'fast-growing', zh: '快速增加型' },
    dormant: { en: 'dormant', zh: '睡眠型' },
    'worth-cultivating': { en: 'worth cultivating', zh: '值得培养' },
  },
  'servqual-dimension': {
    reliability: { en: 'reliability', zh: '可靠性' },
    assurance: { en: 'assurance', zh: '保证性' },
    tangibles: { en: 'tangibles', zh: '有形性' },
    empathy: { en: 'empathy', zh: '移情性' },
    responsiveness: { en: 'responsiveness', zh: '响应性' },
  },
};
const yesOrNo: Readonly<Record<string, InBoth>> = {
  true: { en: 'yes', zh: '是' },
  false: { en: 'no', zh: '否' },
};

/** A group by its name, or by its key in words; times of the calendar stay as they are. Empty: the group without one. */
export function keyName(dimension: string, key: string, name: InBoth | null, locale: 'en' | 'zh'): string {
  if (key === '') return '';
  if (dimension === 'weekday') return weekdays[Number(key) - 1]?.[locale] ?? key;
  if (dimension === 'wait-band' || dimension === 'talk-band') return bandName(dimension, key, locale);
  const words = dimension.startsWith('attribute:') ? yesOrNo : keyWords[dimension];
  return (name ?? words?.[key])?.[locale] ?? key;
}
