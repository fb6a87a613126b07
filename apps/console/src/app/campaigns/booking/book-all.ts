import { inject, signal } from '@angular/core';
import type { BookedCampaign, CampaignDetail, Coverage } from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import { injectSaid } from '../../exam-papers/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Dialogs } from '../../ui/dialog/dialogs.js';
import { CampaignsClient } from '../campaigns-client.js';
import { BookingClient } from './booking-client.js';

/** What came of it, and how many others wait on; null: that is not known. */
export type BookedNow = BookedCampaign & { readonly stillWait: number | null };

/** Who has no exam and is to have one. */
const waitingIn = ({ teams }: Coverage) =>
  teams.flatMap(({ people }) => people).filter(({ standing }) => ['due', 'resit', 'absent'].includes(standing));

/** In a component's field: books everybody who waits, once it is said that they are told of it; holds what came of it. */
export function injectBookAll(after: () => void) {
  const t = injectTexts();
  const said = injectSaid();
  const dialogs = inject(Dialogs);
  const faults = inject(Faults);
  const client = inject(BookingClient);
  const campaigns = inject(CampaignsClient);
  const format = inject(Formats);
  const outcome = signal<BookedNow | null>(null);
  const isBooking = signal(false);

  /** Who waits, and between which days slots are sought. */
  function waitText({ today, campaign }: Coverage, count: number): string {
    const tomorrow = addDays(today, 1);
    const from = format.day(campaign.opensOn > tomorrow ? campaign.opensOn : tomorrow);
    return t('booking.all.wait', { count, from, to: format.day(campaign.endsOn) });
  }

  /** Everybody, or these of them. */
  async function book({ id, name }: Pick<CampaignDetail, 'id' | 'name'>, candidateIds?: string[]): Promise<void> {
    if (isBooking()) return;
    isBooking.set(true);
    const coverage = await campaigns.coverage(id).catch(() => null);
    isBooking.set(false);
    const waiting = coverage && waitingIn(coverage);
    const some = waiting?.filter(({ candidateId, isOutOfAttempts }) => {
      const isAsked = candidateIds?.includes(candidateId) ?? true;
      return isAsked && !isOutOfAttempts;
    });
    const isMeant = await dialogs.confirm({
      heading: candidateIds
        ? t('booking.all.heading-some', { count: candidateIds.length })
        : t('booking.all.heading', { name: said(name) }),
      consequence: [coverage && waitText(coverage, some?.length ?? 0), t('booking.all.told')].filter(Boolean).join(' '),
      act: t('booking.all.act'),
      keep: t('booking.all.keep'),
    });
    if (!isMeant) return;
    isBooking.set(true);
    await faults.heed(
      client.bookAll(id, candidateIds ? { candidateIds } : {}).then((booked) => {
        outcome.set({ ...booked, stillWait: waiting && Math.max(0, waiting.length - booked.booked) });
      }),
    );
    isBooking.set(false);
    after();
  }
  return { outcome, isBooking: isBooking.asReadonly(), book };
}
