import { inject } from '@angular/core';
import type { VersionName } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { Texts } from '../platform/i18n/texts.js';

/** In a field: how a version is said, "version 2 of 11 Nov" or "draft 3". */
export function injectVersionName(): (version: VersionName) => string {
  const [texts, format] = [inject(Texts), inject(Formats)];
  return ({ n, publishedAt }) =>
    publishedAt === null
      ? texts.say('drafts.draft', { n })
      : texts.say('drafts.published', { n, day: format.date(publishedAt) });
}
