import { inject } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Session } from '../platform/session/session.js';
import { UnsentWrites } from '../platform/unsent/unsent-writes.js';
import { Dialogs } from '../ui/dialog/dialogs.js';

/**
 * Signs out. With entries unsent it says so first: they stay on this computer until the same user is back, or are lost
 * where the browser does not store them.
 */
export function injectLeave(): () => Promise<void> {
  const session = inject(Session);
  const unsent = inject(UnsentWrites);
  const dialogs = inject(Dialogs);
  const t = injectTexts();
  return async () => {
    const count = unsent.count();
    const goes = await (count === 0 ||
      dialogs.confirm({
        heading: t('you.unsent', { count }),
        consequence: t(unsent.isOnDisk() ? 'you.unsent-why' : 'you.unsent-lost'),
        act: t('you.sign-out'),
        keep: t('you.stay'),
      }));
    if (goes) await session.signOut();
  };
}
