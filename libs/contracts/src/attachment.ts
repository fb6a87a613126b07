import { z } from 'zod';
import { freeText, instant, uuid } from './written.js';

/** What goes along with the bytes of an upload, in the query. */
export const AttachFile = z.strictObject({
  name: freeText(1000).describe('The name that the file has where it comes from; its ending must fit its content'),
  isInternal: z
    .enum(['yes', 'no'])
    .default('no')
    .describe('yes: for those who see to the complaint, not for the rep concerned'),
});
export type AttachFile = z.output<typeof AttachFile>;

export const Attachment = z
  .object({
    id: uuid,
    name: z.string(),
    mediaType: z.string().describe('As found in the content'),
    sizeBytes: z.number().int(),
    sha256: z.string().describe('Hex, of the content'),
    isInternal: z.boolean().describe('Not shown to the rep concerned'),
    addedBy: z.string().nullable().describe('null: sent by the customer with the public form'),
    addedAt: instant,
    voidedAt: instant.nullable().describe('Taken back at that time; its content is answered no more'),
    voidReason: z.string().nullable(),
    mayVoid: z.boolean().describe('Whether the viewer may take it back, or put it back'),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof Attachment>;

export const AttachmentList = z.object({ attachments: z.array(Attachment) }).meta({ id: 'AttachmentList' });
export type AttachmentList = z.infer<typeof AttachmentList>;

export const VoidAttachment = z.strictObject({ why: freeText(500).default('') }).meta({ id: 'VoidAttachment' });
export type VoidAttachment = z.output<typeof VoidAttachment>;
