import { effect, inject, untracked, type Signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { CampaignChanged } from '@forecall/contracts';
import { filter } from 'rxjs';
import { Live } from '../platform/live/live.js';

/** In a component's constructor: looks anew whenever something of a campaign changed, and when the line comes back. */
export function watchCampaign(id: Signal<string>, lookAgain: () => void): void {
  const live = inject(Live);
  effect((onCleanup) => onCleanup(live.keepAsking('campaign.watch', { id: id() })));
  live
    .on<CampaignChanged>('campaign.changed')
    .pipe(
      takeUntilDestroyed(),
      filter((changed) => changed.id === id()),
    )
    .subscribe(lookAgain);
  effect(() => {
    if (live.returns() > 0) untracked(lookAgain);
  });
}
