import type { SurveyContent, SurveyQuestion } from '@forecall/contracts';
import { type GapDimension, gapDimensions, type GapSide, type SurveyFormKind } from '@forecall/domain';

interface Words {
  readonly en: string;
  readonly zh: string;
}

export interface ReadyMadeForm {
  readonly key: string;
  readonly kind: SurveyFormKind;
  readonly name: Words;
  readonly content: SurveyContent;
}

const words = (en: string, zh: string): Words => ({ en, zh });
const nothing = words('', '');

const comment: SurveyQuestion = {
  ...{ id: 'comment', kind: 'text', isRequired: false },
  text: words('What would you like to tell us?', '您还有什么想告诉我们？'),
};

const scale = (
  question: Pick<SurveyQuestion & { kind: 'scale' }, 'id' | 'text' | 'measure' | 'steps' | 'low' | 'high'>,
): SurveyQuestion => ({ ...question, kind: 'scale', isRequired: true, gap: null });

/** What one dimension is about, in the words of somebody who is called and visited. */
const statements: Readonly<Record<GapDimension, { about: Words; expected: Words; perceived: Words }>> = {
  reliability: {
    about: words('Reliability', '可靠性'),
    expected: words('A supplier like us should keep what it promises.', '像我们这样的供应商应当说到做到。'),
    perceived: words('We keep what we promise.', '我们说到做到。'),
  },
  assurance: {
    about: words('Assurance', '保证性'),
    expected: words('Its people should know what they talk about.', '其员工应当懂行，值得信任。'),
    perceived: words('Our people know what they talk about.', '我们的员工懂行，值得信任。'),
  },
  tangibles: {
    about: words('Tangibles', '有形性'),
    expected: words('Its papers, tools and goods should be in order.', '其资料、工具和产品应当整齐完好。'),
    perceived: words('Our papers, tools and goods are in order.', '我们的资料、工具和产品整齐完好。'),
  },
  empathy: {
    about: words('Empathy', '移情性'),
    expected: words('It should understand what its customer needs.', '应当理解客户的需要。'),
    perceived: words('We understand what you need.', '我们理解您的需要。'),
  },
  responsiveness: {
    about: words('Responsiveness', '响应性'),
    expected: words('It should answer and help without delay.', '应当及时回应和帮助。'),
    perceived: words('We answer and help without delay.', '我们及时回应和帮助。'),
  },
};

const sideOf = (dimension: GapDimension, side: GapSide): SurveyQuestion => {
  const { about, expected, perceived } = statements[dimension];
  const text = side === 'expectation' ? expected : perceived;
  return {
    ...{ id: `${dimension}-${side}`, kind: 'scale', isRequired: true, measure: 'item', steps: 7 },
    text: words(`${about.en}: ${text.en}`, `${about.zh}：${text.zh}`),
    ...{ low: words('Not at all', '完全不同意'), high: words('Fully', '完全同意') },
    gap: { dimension, side },
  };
};

/** What one may begin with. The expectations come first, so that no perception colours them. */
export const readyMadeForms: readonly ReadyMadeForm[] = [
  {
    ...{ key: 'csat', kind: 'csat', name: words('Satisfaction with a contact', '联络满意度') },
    content: {
      intro: nothing,
      questions: [
        scale({
          ...{ id: 'csat', measure: 'csat', steps: 5 },
          text: words('How satisfied are you with how we helped you?', '您对我们这次的服务满意吗？'),
          ...{ low: words('Very dissatisfied', '非常不满意'), high: words('Very satisfied', '非常满意') },
        }),
        comment,
      ],
    },
  },
  {
    ...{ key: 'nps', kind: 'nps', name: words('Would you recommend us', '推荐意愿') },
    content: {
      intro: nothing,
      questions: [
        scale({
          ...{ id: 'nps', measure: 'nps', steps: 11 },
          text: words('How likely are you to recommend us to a colleague?', '您有多大可能向同行推荐我们？'),
          ...{ low: words('Not at all likely', '完全不可能'), high: words('Extremely likely', '极有可能') },
        }),
        comment,
      ],
    },
  },
  {
    ...{ key: 'ces', kind: 'ces', name: words('How easy it was', '办事轻松度') },
    content: {
      intro: nothing,
      questions: [
        scale({
          ...{ id: 'ces', measure: 'ces', steps: 7 },
          text: words('We made it easy for you to get this done.', '我们让您轻松办成了这件事。'),
          ...{ low: words('Strongly disagree', '非常不同意'), high: words('Strongly agree', '非常同意') },
        }),
        comment,
      ],
    },
  },
  {
    ...{
      key: 'key-account',
      kind: 'several',
      name: words('Key account: expected and perceived', '大客户：期望与感受'),
    },
    content: {
      intro: words(
        'First what you expect of a supplier like us, then how you find us. About three minutes.',
        '先谈您对我们这类供应商的期望，再谈您对我们的感受。约三分钟。',
      ),
      questions: [
        ...gapDimensions.map((dimension) => sideOf(dimension, 'expectation')),
        ...gapDimensions.map((dimension) => sideOf(dimension, 'perception')),
        comment,
      ],
    },
  },
];
