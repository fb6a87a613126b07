import type { Draw } from '../chance/draw.js';
import type { Attribution } from '../traffic/attribution.js';
import type { ContactDraft } from '../traffic/contact-draft.js';
import { satisfactionWith } from '../traffic/satisfaction.js';
import { instant, type Row } from './row.js';
import { blame, praise } from './words.js';

const writtenShare = 0.12;

/** An answer of 1 to 5 before it is known by which asking it came. */
export interface Answer {
  readonly atMs: number;
  readonly score: number;
  readonly row: Row;
}

/** An answer is credited to whom its contact is. */
export function answerRow(draw: Draw, contact: ContactDraft, attribution: Attribution, nowMs: number): Answer | null {
  const satisfaction = satisfactionWith(draw, contact, nowMs);
  if (!satisfaction) return null;
  const { score, atMs } = satisfaction;
  const words = score > 3 ? praise : blame;
  const text = draw.chance(writtenShare) ? draw.pick(words)[contact.person?.language === 'zh' ? 1 : 0] : '';
  const row = {
    ...{ id: draw.id(atMs), contact_id: contact.id, account_id: contact.account?.id ?? null },
    ...{
      kind: 'csat',
      item: null,
      scale: 5,
      score,
      text,
      entered_how: 'survey',
      at: instant(atMs),
      created_at: instant(atMs),
    },
    ...attribution,
    ...{ channel: contact.channel, reason_id: contact.reason?.id ?? null },
  };
  return { atMs, score, row };
}
