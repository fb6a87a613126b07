import { z } from 'zod';
import { Revision } from './organisation.js';
import { instant, pageQuery, uuid } from './written.js';

/** A name that a document gives to a part of its own. */
export const partKey = z
  .string()
  // Never as what every object has.
  .regex(/^(?!(?:constructor|prototype)$)[a-z0-9][a-z0-9-]{0,39}$/);

/** What a version of a document is named by in lists and results. */
export const VersionName = z.object({
  id: uuid,
  n: z.int(),
  publishedAt: instant.nullable().describe('null: a draft'),
});
export type VersionName = z.infer<typeof VersionName>;

export const versionNames = z.array(VersionName).describe('The newest first, at most 200');

/** A document that is worked on as a draft, and published version after version. */
export const draftedDocument = {
  id: uuid,
  name: z.object({ en: z.string(), zh: z.string() }),
  published: VersionName.nullable().describe('The newest that was published: it is what is used'),
  draft: VersionName.nullable(),
  isArchived: z.boolean(),
  revision: Revision,
};

export const draftedVersion = { ...VersionName.shape, savedAt: instant, savedBy: z.string(), revision: Revision };

export const draftedQuery = { state: z.enum(['current', 'archived']).default('current'), ...pageQuery };

/** Of the draft; 0 where there was none. */
export const draftRevision = z.int().min(0);
