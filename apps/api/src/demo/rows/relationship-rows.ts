import { gapDimensions } from '@forecall/domain';
import type { Draw } from '../chance/draw.js';
import { type Account, type CareClass, type Company, holds, type Person } from '../company/company.js';
import type { Attribution, Attributions } from '../traffic/attribution.js';
import { courseOf } from './ask-row.js';
import { instant, type Row, whole } from './row.js';
import type { AskedForm, SurveyForms } from './survey-form-rows.js';
import { aboutUs } from './survey-words.js';

const dayMs = 86_400_000;
const daysBetween = 91;
const answeredShare = 0.45;
const influences = ['decides', 'influences', 'uses', null];

/** What is perceived against what is expected, by how the account stands to us. */
const moods: Readonly<Record<CareClass, number>> = {
  ...{ loyal: 0.2, 'fast-growing': -0.4, dormant: -1.3, 'worth-cultivating': -0.6 },
};
/** Where we are behind, and where ahead. */
const strengths = { reliability: -0.3, assurance: 0.4, tangibles: 0.6, empathy: 0.1, responsiveness: -0.8 };

/** What the people of key accounts answered about the relationship: each account once a quarter, on days of its own. */
export class RelationshipRows {
  readonly asks: Row[] = [];
  readonly replies: Row[] = [];
  readonly answers: Row[] = [];

  constructor(
    private readonly draw: Draw,
    private readonly forms: SurveyForms,
    private readonly attributions: Attributions,
    private readonly nowMs: number,
  ) {}

  addAll({ accounts, foundedMs }: Company): void {
    for (const account of accounts) {
      const person = account.people.toSorted(
        (a, b) => influences.indexOf(a.influence) - influences.indexOf(b.influence),
      )[0];
      if (!person || account.classes.length === 0) continue;
      let askedMs = Math.max(foundedMs, this.nowMs - 364 * dayMs) + this.draw.between(0, daysBetween) * dayMs;
      for (let n = 0; askedMs < this.nowMs; askedMs += daysBetween * dayMs, n += 1)
        this.ask({ account, person, askedMs: Math.floor(askedMs), isShort: n % 3 === 2 });
    }
  }

  private ask({ account, person, askedMs, isShort }: Asking): void {
    const attribution = this.attributions.ofRelationship(account, askedMs);
    const held = account.classes.find((each) => holds(each, askedMs));
    if (!attribution || !held) return;
    const answerMs = Math.floor(askedMs + this.draw.between(0.02, 9) * dayMs);
    const answeredMs = this.draw.chance(answeredShare) && answerMs < this.nowMs ? answerMs : null;
    const form = isShort ? this.forms.recommendation : this.forms.relationship;
    const id = this.draw.id(askedMs);
    this.asks.push({
      ...{ id, version_id: form.versionId, about: 'account', contact_id: null, account_id: account.id },
      ...{ person_id: person.id, open_link_id: null, channel: 'mail', locale: person.language },
      ...attribution,
      ...courseOf(this.draw, { askedMs, answeredMs, nowMs: this.nowMs }),
    });
    if (answeredMs !== null)
      this.answer({ id, account, person, attribution, form, answeredMs, mood: moods[held.class] });
  }

  private answer({ id, account, person, attribution, form, answeredMs, mood }: Answering): void {
    const isShort = form === this.forms.recommendation;
    const scores = isShort ? [this.recommendation(mood)] : this.relationship(mood);
    const isContent = (scores[0]?.score ?? 0) > (isShort ? 7 : 3);
    const [en, zh] = this.draw.pick(isContent ? aboutUs.well : aboutUs.badly);
    const text = this.draw.chance(0.4) ? (person.language === 'zh' ? zh : en) : '';
    const told = Object.fromEntries(scores.map(({ question, score }) => [question, score]));
    this.replies.push({
      ...{ ask_id: id, n: 1, at: instant(answeredMs) },
      told: whole({ ...told, ...(text && { comment: text }) }),
    });
    for (const [n, { kind, item, scale, score }] of scores.entries())
      this.answers.push({
        ...{ id: this.draw.id(answeredMs), contact_id: null, account_id: account.id },
        ...{ kind, item, scale, score, text: n === 0 ? text : '', entered_how: 'survey' },
        ...{ at: instant(answeredMs), created_at: instant(answeredMs) },
        ...attribution,
        ...{ channel: null, reason_id: null, ask_id: id },
      });
  }

  private recommendation(mood: number): Scored {
    return { question: 'nps', kind: 'nps', item: null, scale: 11, score: this.within(0, 10, 8.3 + 1.6 * mood, 1.6) };
  }

  private relationship(mood: number): Scored[] {
    const csat = {
      question: 'csat',
      kind: 'csat',
      item: null,
      scale: 5,
      score: this.within(1, 5, 4.2 + 0.6 * mood, 0.8),
    };
    return [
      csat,
      ...gapDimensions.flatMap((dimension) => {
        const expected = this.within(4, 7, 6.1, 0.7);
        const perceived = this.within(1, 7, expected + mood + strengths[dimension], 0.9);
        const side = (name: string, score: number) => {
          const item = `${dimension}-${name}`;
          return { question: item, kind: 'item', item, scale: 7, score };
        };
        return [side('expectation', expected), side('perception', perceived)];
      }),
    ];
  }

  /** A whole score about a middle. */
  private within(lowest: number, highest: number, middle: number, spread: number): number {
    const sum = this.draw.next() + this.draw.next() + this.draw.next();
    return Math.min(highest, Math.max(lowest, Math.round(middle + (sum - 1.5) * 2 * spread)));
  }
}

interface Scored {
  readonly question: string;
  readonly kind: string;
  readonly item: string | null;
  readonly scale: number;
  readonly score: number;
}

interface Asking {
  readonly account: Account;
  readonly person: Person;
  readonly askedMs: number;
  /** By one question only. */
  readonly isShort: boolean;
}

interface Answering {
  readonly id: string;
  readonly account: Account;
  readonly person: Person;
  readonly attribution: Attribution;
  readonly form: AskedForm;
  readonly answeredMs: number;
  readonly mood: number;
}
