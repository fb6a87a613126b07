import { companyLocale } from '../company/company.js';

/** What people write, in both languages; [English, Chinese]. */
export type Said<Words = string> = readonly [en: Words, zh: Words];

/** Colleagues write in the language of their company; what customers say is in theirs. */
export const inOurWords = <Words>([en, zh]: Said<Words>): Words => (companyLocale === 'zh' ? zh : en);

export const notes: readonly Said[] = [
  ['Explained by phone, sent the papers by e-mail.', '电话已解释，资料邮件发送。'],
  ['Asked the team leader, will call back tomorrow morning.', '已请示组长，明早回电。'],
  ['Customer has sent a photo.', '客户已发照片。'],
  ['Wants a written confirmation.', '客户要求书面确认。'],
  ['Settled in the first call.', '首次来电即解决。'],
  ['Second call about this, see the first.', '第二次来电，见前次记录。'],
  ['In a hurry, be short next time.', '客户很急，下次尽量简短。'],
  ['Prefers to be reached in the afternoon.', '下午联系较方便。'],
  ['Branch opens soon, watch the date.', '网点即将开业，注意日期。'],
  ['New colleague there, explained from the beginning.', '对方新同事，从头讲了一遍。'],
];

export const remediesSought: readonly Said[] = [
  ['Money back', '退款'],
  ['A written explanation', '书面说明'],
  ['A date that holds', '一个确定的日期'],
  ['Somebody in charge to call back', '负责人回电'],
  ['An exchange', '换货'],
];

export const remediesGiven: readonly Said[] = [
  ['Credit note sent', '已开贷项通知'],
  ['Visit made the next day', '次日已上门'],
  ['Explained and confirmed in writing', '已说明并书面确认'],
  ['Exchanged free of charge', '已免费更换'],
  ['One contact person named', '已指定专人对接'],
];

export const stepNotes: Readonly<Partial<Record<string, readonly Said[]>>> = {
  assessed: [
    ['Harm checked with the customer.', '已与客户核实影响。'],
    ['Needs action today.', '需当天处理。'],
  ],
  investigated: [
    ['Found in the log of the run.', '已在批次日志中找到原因。'],
    ['The hand-over between two teams failed.', '两组交接出了问题。'],
    ['The partner’s driver confirmed it.', '承运商司机已确认。'],
  ],
  answered: [['Answered in writing.', '已书面答复。']],
};

/** What customers were told as an answer. */
export const answersTold: readonly Said[] = [
  ['We have looked into it. The mistake was ours and is put right.', '我们已查明，错误在我方，现已更正。'],
  ['We found the reason and have seen to it that it does not come again.', '原因已查明，并已采取措施避免再次发生。'],
  ['The matter was handled as agreed; here is how it came about.', '此事按约定办理，现将经过说明如下。'],
];

export const internalNotes: readonly Said[] = [
  ['The customer is patient so far; call before Friday.', '客户目前还算耐心，周五前回电。'],
  ['Ask the warehouse for the signed slip.', '向仓库索要签收单。'],
  ['The same thing happened at another branch last month.', '上月另一网点也发生过。'],
];

export const skipReasons: readonly Said[] = [
  ['Settled on the spot.', '当场解决。'],
  ['The customer asked for nothing more.', '客户不再要求。'],
  ['Known from the first round.', '首轮已查明。'],
];

export const furtherOptionsTold: readonly Said[] = [
  ['The head of department, then the consumer council.', '可找部门负责人，再可向消费者委员会反映。'],
];

export const handoverReasons: readonly Said[] = [
  ['The cause lies with them.', '原因在该部门。'],
  ['Their order, their invoice.', '订单和账单都属该部门。'],
];

export const causesFound: readonly Said[] = [
  ['The confirmation came late and the batch ran again.', '确认延迟，批次重复执行。'],
  ['Nobody felt responsible after the hand-over.', '交接后无人跟进。'],
  ['The page promised a date that the warehouse does not know.', '页面承诺的日期仓库并不知情。'],
];

export const actionsTaken: readonly Said[] = [
  ['The batch checks whether it ran before.', '批次先检查是否已执行。'],
  ['Each hand-over names a person.', '每次交接指定到人。'],
  ['The date is taken from the warehouse.', '日期改由仓库系统提供。'],
];

export const effectTold: Said = ['It has not come again since.', '此后未再发生。'];

/** With a good answer, and with a bad one. */
export const praise: readonly Said[] = [
  ['Quick and friendly.', '又快又热情。'],
  ['Knew at once what was wrong.', '马上就知道问题在哪。'],
  ['As it should be.', '就该这样。'],
];
export const blame: readonly Said[] = [
  ['I had to say everything twice.', '同样的话要说两遍。'],
  ['Nobody called back.', '没人回电。'],
  ['Too long in the queue.', '排队太久。'],
];
