import type { CompetencyText } from '@forecall/contracts';
import type { AppraisalKind } from '@forecall/domain';

const one = (id: string, name: [string, string], what: [string, string]): CompetencyText => ({
  ...{ id, name: { en: name[0], zh: name[1] }, what: { en: what[0], zh: what[1] }, weight: 1 },
});

/** What is rated beside the figures, unless the company has a list of its own. */
export const readyMadeCompetencies: Readonly<Record<AppraisalKind, CompetencyText[]>> = {
  rep: [
    one(
      'conversation',
      ['Conversation', '沟通过程'],
      [
        'Prepares, opens, finds the need, proposes, and leaves with a commitment; meets a refusal by asking on',
        '有准备、会开场、能找到需求、提出方案，并以承诺收尾；遇到拒绝先追问真正的原因',
      ],
    ),
    one(
      'knowledge',
      ['Knowledge', '业务知识'],
      [
        'Knows products, rules and the account’s dossier, and says what a feature means for this customer',
        '熟悉产品、规则和客户档案，能说清一项特点对这位客户意味着什么',
      ],
    ),
    one(
      'promises',
      ['Promises', '信守承诺'],
      [
        'Promises what can be kept, with a date, and tells early when it cannot',
        '只承诺做得到的事并给出日期，做不到时尽早告知',
      ],
    ),
    one(
      'temperaments',
      ['Temperaments', '因人而异'],
      [
        'Sees whom they speak with (results, professor, actor, good-natured) and speaks accordingly',
        '能看出对方是结果型、教授型、演员型还是老好人型，并相应沟通',
      ],
    ),
  ],
  supervisor: [
    one(
      'targets',
      ['Targets', '业绩'],
      ['The team knows what is to be reached, and reaches it', '团队清楚要达到什么，并能达到'],
    ),
    one(
      'team',
      ['Team', '团队'],
      ['Builds the team and leans on it; work is shared fairly', '建设团队、依靠团队，分工公平'],
    ),
    one(
      'skills',
      ['Skills', '技能'],
      ['Each member is better than before; nobody is left behind', '每位成员都有提高，不让一人掉队'],
    ),
    one(
      'coaching',
      ['Coaching', '辅导'],
      [
        'Listens to conversations, practises what went wrong, and looks at goals when they are due',
        '旁听通话、针对问题练习，并按时检查改进目标',
      ],
    ),
  ],
};
