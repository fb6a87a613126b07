/** What customers are taught: topic, what is handed out, and what they expect since; in English and Chinese. */
export const trainings: readonly (readonly [en: TrainingWords, zh: TrainingWords])[] = [
  [
    {
      topic: 'Reading our invoices',
      material: 'Slides and a sample invoice: https://files.beichen.example/training/invoices',
      expectation: 'The first invoice of a quarter is explained by phone, the others are right without asking.',
    },
    {
      topic: '如何看懂账单',
      material: '课件与样单：https://files.beichen.example/training/invoices',
      expectation: '每季度第一张账单有人电话说明，其余不用问也不会错。',
    },
  ],
  [
    {
      topic: 'The terminals, first steps',
      material: 'A card of ten steps, left at each counter',
      expectation: 'A terminal that stands still is swapped within a working day.',
    },
    {
      topic: '终端机入门',
      material: '每个柜台留一张十步卡',
      expectation: '终端停机一个工作日内更换。',
    },
  ],
  [
    {
      topic: 'Reporting a fault so that it is solved at once',
      material: 'The form, with the five things we ask: https://files.beichen.example/training/faults',
      expectation: 'Who reports with the form hears from an engineer within the hour.',
    },
    {
      topic: '怎样报修才能一次解决',
      material: '报修表与五个必答问题：https://files.beichen.example/training/faults',
      expectation: '按表报修的，一小时内有工程师回电。',
    },
  ],
  [
    {
      topic: 'What our service covers, and what it does not',
      material: 'The two pages of the agreement that matter',
      expectation: 'Weekends are not covered; they plan their change-overs for weekdays now.',
    },
    {
      topic: '服务范围：包含什么，不包含什么',
      material: '合同中最要紧的两页',
      expectation: '周末不在服务范围，今后切换都排在工作日。',
    },
  ],
];

interface TrainingWords {
  readonly topic: string;
  readonly material: string;
  readonly expectation: string;
}

/** What somebody said of it, by the score they gave. */
export const trainingFeedback: Readonly<Record<3 | 4 | 5, readonly (readonly [en: string, zh: string])[]>> = {
  3: [
    ['Too much at once; a second hour for the exercises would help.', '一次内容太多，最好另加一小时练习。'],
    ['Useful for finance, less so for the branches.', '对财务有用，对网点帮助不大。'],
  ],
  4: [
    ['Short and to the point.', '简短，讲到点子上。'],
    ['Now I know whom to call.', '现在知道该找谁了。'],
  ],
  5: [
    ['We should have had this a year ago.', '一年前就该有这样的培训。'],
    ['Everything was shown with our own cases.', '全用我们自己的例子讲，很清楚。'],
  ],
};
