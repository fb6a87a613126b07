import type { Said } from './words.js';

/** What supervisors wrote down after they had called. */
export const recoveryNotes: Readonly<Record<'settled' | 'not-settled' | 'not-reached' | 'complaint', readonly Said[]>> =
  {
    settled: [
      ['Called, said sorry, sent the papers again.', '已致电道歉，并重新发送资料。'],
      ['It was the wait. Told them the quiet hours.', '主要是等待时间长，已告知空闲时段。'],
      ['Explained once more, they are content now.', '再次说明，客户已满意。'],
    ],
    'not-settled': [
      ['Wants the price looked at again, passed on.', '客户要求重新核价，已转交。'],
      ['Still waits for the visit; date asked for.', '客户仍在等上门，已要求排期。'],
    ],
    'not-reached': [
      ['Three tries, no answer.', '三次致电未接。'],
      ['Away until next week.', '客户下周才回来。'],
    ],
    complaint: [['It became a complaint.', '已转为投诉。']],
  };

/** What the people of key accounts say of the whole. */
export const aboutUs: Readonly<Record<'well' | 'badly', readonly Said[]>> = {
  well: [
    ['Always the same contact person, that helps.', '一直是同一位联系人，很方便。'],
    ['You call before we have to.', '你们总是提前来电。'],
    ['The training was useful.', '培训很有用。'],
  ],
  badly: [
    ['Answers have become slow.', '回复变慢了。'],
    ['Dates are promised and moved.', '答应的日期总在变。'],
    ['We explain everything twice.', '每件事都要说两遍。'],
  ],
};
