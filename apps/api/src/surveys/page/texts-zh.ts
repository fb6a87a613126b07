import type { en } from './texts-en.js';

/** The same in Chinese. */
export const zh: typeof en = {
  title: '您的意见',
  switchTo: 'English',
  optional: '选填',
  send: '提交',
  again: '您已回答过。现在提交的内容将取代之前的回答。',
  wordsBefore: '如不另写，您之前写的内容保持不变。',
  takeWordsAway: '删除我之前写的内容',
  sides: { expectation: '您的期望', perception: '您的感受' },
  privacy: '您的回答仅用于了解我们的服务水平。',
  stopLink: '不想再收到问卷',
  errorTitle: '有误：{title}',
  errorLead: '尚未提交。请看以下各项：',
  errorOf: '“{question}”{error}',
  errors: {
    missing: '未填写',
    scale: '不在分值范围内',
    option: '不是可选的答案',
    long: '超过 2000 个字',
    unreadable: '含有无法识别的字符',
  },
  thanks: {
    title: '谢谢您',
    next: '您的回答已收到。',
    until: '{until} 之前可以修改。',
    change: '修改回答',
  },
  gone: {
    title: '此链接已失效',
    next: '链接已使用、已过期或复制不完整。如有意见，请来信或来电。',
  },
  stop: {
    title: '不再收到问卷',
    lead: '您确定不想再收到我们的问卷吗？今后如想恢复，告诉我们即可。',
    confirm: '不要再向我发问卷',
    done: '我们不会再向您发问卷。',
  },
  fault: {
    title: '您的回答未能提交',
    again: '这是我们的问题。您填写的内容仍在下方，请一分钟后再提交。',
    back: '这是我们的问题。请返回上一页，您填写的内容仍在，一分钟后再提交。',
    otherTitle: '操作未成功',
    otherNext: '这是我们的问题，请一分钟后再试。',
  },
  tooMany: {
    title: '此处提交过于频繁',
    next: '尚未提交。请返回上一页，您填写的内容仍在，{minutes} 分钟后再提交。',
  },
};
