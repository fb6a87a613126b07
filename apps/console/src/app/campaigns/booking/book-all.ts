import { inject, signal } from '@angular/core';
import type { BookedCampaign, CampaignDetail } from '@forecall/contracts';
import { injectSaid } from '../../exam-papers/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Dialogs } from '../../ui/dialog/dialogs.js';
import { BookingClient } from './booking-client.js';

/** In a component's field: books everybody who waits, once it is said that they are told of it; holds what came of it. */
export function injectBookAll(after: () => void) {
  const t = injectTexts();
  const said = injectSaid();
  const dialogs = inject(Dialogs);
  const faults = inject(Faults);
  const client = inject(BookingClient);
  const outcome = signal<BookedCampaign | null>(null);
  const isBooking = signal(false);

  /** Everybody, or these of them. */
  async function book({ id, name }: Pick<CampaignDetail, 'id' | 'name'>, candidateIds?: string[]): Promise<void> {
    if (isBooking()) return;
    const isMeant = await dialogs.confirm({
      heading: candidateIds
        ? t('booking.all.heading-some', { count: candidateIds.length })
        : t('booking.all.heading', { name: said(name) }),
      consequence: t('booking.all.consequence'),
      act: t('booking.all.act'),
      keep: t('booking.all.keep'),
    });
    if (!isMeant) return;
    isBooking.set(true);
    await faults.heed(client.bookAll(id, candidateIds ? { candidateIds } : {}).then((booked) => outcome.set(booked)));
    isBooking.set(false);
    after();
  }
  return { outcome, isBooking: isBooking.asReadonly(), book };
}
