import { inject } from '@angular/core';
import { injectTexts } from '../platform/i18n/texts.js';
import { Session } from '../platform/session/session.js';
import { UnsentEntries } from '../platform/unsent/unsent-entries.js';
import { Dialogs } from '../ui/dialog/dialogs.js';

/** Signs out. With entries unsent it says so first: they stay on this computer until the same user is back. */
export function injectLeave(): () => Promise<void> {
  const session = inject(Session);
  const unsent = inject(UnsentEntries);
  const dialogs = inject(Dialogs);
  const t = injectTexts();
  return async () => {
    const count = unsent.count();
    const goes = await (count === 0 ||
      dialogs.confirm({
        heading: t('you.unsent', { count }),
        consequence: t('you.unsent-why'),
        act: t('you.sign-out'),
        keep: t('you.stay'),
      }));
    if (goes) await session.signOut();
  };
}
