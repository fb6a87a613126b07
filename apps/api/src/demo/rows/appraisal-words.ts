/** What supervisors of the demo write, in English and Chinese. */
type Words = readonly (readonly [en: string, zh: string])[];

export const praise: Words = [
  ['Calm with angry customers; asks on before answering.', '面对生气的客户沉着，先追问再回答。'],
  ['Promises only what can be kept, and writes the date down.', '只承诺做得到的事，并写明日期。'],
  ['Colleagues ask them first when an invoice is unclear.', '同事遇到看不懂的发票，总是先来请教。'],
  ['Prepares calls well; knows the account before dialling.', '致电前准备充分，先看客户档案再拨号。'],
];

export const steady: Words = [
  ['A solid month. The figures are where they should be; keep the pace.', '本月表现稳定，各项数字达到预期，继续保持。'],
  [
    'Good work on the whole. Two conversations we listened to ended without a date.',
    '总体不错。旁听的两通电话结尾没有约定日期。',
  ],
  [
    'Reliable, and quicker than in summer. Explain the benefit, not only the feature.',
    '可靠，比夏天更快。除了特点，还要讲清对客户的好处。',
  ],
];

export const wanting: Words = [
  ['Too many customers call twice. We practise closing with a commitment.', '重复来电偏多，我们练习以承诺收尾。'],
  [
    'Knows the products, but answers price questions head-on. Ask on first.',
    '产品熟悉，但对价格问题正面回答，应先追问原因。',
  ],
];

export const ofLeaders: Words = [
  ['The team holds its targets, and nobody was left behind in the exam.', '团队完成目标，考试中没有人掉队。'],
  ['Targets are reached; take more time for listening to calls together.', '目标达成；请多花时间与组员一起旁听通话。'],
  [
    'The team is in good spirits, the overdue promises are not. Look at them every morning.',
    '团队气氛好，但逾期承诺偏多，请每天早上过一遍。',
  ],
];

export const goals: Words = [
  ['End each call with who does what by when', '每通电话结尾说清谁在何时做什么'],
  ['Listen to two calls a week together and write down one thing to change', '每周一起旁听两通电话，各记一处改进'],
  ['Send the summary of the call within the hour', '通话后一小时内发出纪要'],
  ['Ask on twice before answering a question about price', '回答价格问题之前先追问两次'],
];

export const disputes: Words = [
  ['Two of the low answers were about the delivery, which is not ours.', '两份低分其实是对物流的评价，不是对我们。'],
  [
    'I was lent to another team for a week; the promises of that week are not mine.',
    '有一周我被借调到别的团队，那周的承诺不是我的。',
  ],
];

export const decisions: Words = [
  [
    'Right: the two were about the carrier. The rating of promises is changed, the rest stands.',
    '属实：两份评价针对承运方。承诺一项评级更改，其余不变。',
  ],
];

export const agreements: Words = [
  ['', ''],
  ['Agreed. I would like to practise the closing.', '同意。希望多练习收尾。'],
  ['Thank you for the concrete examples.', '谢谢，例子很具体。'],
];
