import type { Draw } from '../chance/draw.js';
import type { ContactDraft } from './contact-draft.js';

/** So many of the last contacts about a reason are remembered as what a customer may complain of. */
const remembered = 60;
const tries = 8;
const highestSlips = 1.25;

/**
 * Whose earlier handling a complaint is about: any of the last contacts about the same reason, likelier one of a rep
 * who slips more often. Which reason it is weighs on no rep's odds, so within a reason only the slips differ.
 */
export class Concerned {
  private readonly byReason = new Map<string, ContactDraft[]>();

  remember(contact: ContactDraft): void {
    if (!contact.reason || !contact.rep || !contact.account) return;
    const known = this.byReason.get(contact.reason.id) ?? [];
    this.byReason.set(contact.reason.id, known);
    known.push(contact);
    if (known.length > remembered) known.shift();
  }

  about(draw: Draw, reasonId: string, beforeMs: number): ContactDraft | null {
    const known = this.byReason.get(reasonId) ?? [];
    for (let attempt = 0; attempt < tries && known.length > 0; attempt += 1) {
      const contact = draw.pick(known);
      const slips = contact.rep?.slips ?? 0;
      if (contact.endedMs < beforeMs && draw.chance(slips / highestSlips)) return contact;
    }
    return null;
  }
}
