import { z } from 'zod';

/** An id, in small letters as PostgreSQL writes it: what is the same there is the same here, and has one hash. */
export const uuid = z.uuid().toLowerCase();

/** What is wrong with a field, by a code that the console translates. */
export interface FieldFault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

const outsideOfYears: FieldFault = { path: '', code: 'outside-of-years', message: 'lies outside of 1900 to 2200' };
const saidBy = ({ code, message }: FieldFault) => ({ error: message, params: { code } });

/** Beyond these years a day is a slip of the hand, and PostgreSQL writes some of them in other forms. */
export const day = z.iso
  .date({ abort: true })
  .refine((text) => text >= '1900-01-01' && text <= '2200-12-31', saidBy(outsideOfYears));

/**
 * An instant with its offset, as clients send it and the API answers it. Taken to the millisecond: what the rules compare
 * is then what is stored.
 */
export const instant = z.iso
  .datetime({ offset: true, abort: true })
  .overwrite((text) => {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? text : at.toISOString();
  })
  .refine((text) => text >= '1900-01-01' && text < '2201-01-01', saidBy(outsideOfYears));

/** What people write. What PostgreSQL cannot keep is refused: the character nul and halves of characters. */
export const freeText = (mostCharacters: number) =>
  z
    .string()
    .max(mostCharacters)
    .regex(/^[^\0\p{Cs}]*$/u, 'holds a character that cannot be kept');

export const Why = freeText(500)
  .refine((text) => text.trim().length >= 3, 'say why in a few words')
  .describe('Kept with what was there before');

/** What shows something; not controls, spaces, marks of direction, joiners, blanks of Hangul and Braille, marks on nothing. */
const visible = /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether people see anything of a text. */
export const showsSomething = (text: string): boolean => visible.test(text);

const showsNothing: FieldFault = { path: '', code: 'invisible', message: 'shows nothing' };

/** A name by which people are to know something: it shows on the screen. */
export const visibleName = (mostCharacters: number) =>
  freeText(mostCharacters)
    .trim()
    .min(1)
    .refine((name) => name === '' || showsSomething(name), saidBy(showsNothing));

const breaksLine: FieldFault = { path: '', code: 'line-break', message: 'is more than one line' };

/** Written in one of the languages, in both, or not yet. */
export const textInBoth = (mostCharacters: number) =>
  z.strictObject({ en: freeText(mostCharacters).trim(), zh: freeText(mostCharacters).trim() });

/** What shows something, in one line: it stands in a row of a list, and in the subject of a letter. */
export const visibleLine = (mostCharacters: number) =>
  visibleName(mostCharacters).refine((text) => !/[\n\v\f\r\u0085\u2028\u2029]/.test(text), saidBy(breaksLine));

/** An address that mail can go to. */
export const Email = z.email().max(254);

/** As zod takes it: its own code is always `custom`, ours goes along. */
export const fieldIssue = ({ path, code, message }: FieldFault) => ({
  code: 'custom' as const,
  path: [path],
  message,
  params: { code },
});

/** A thing by its id, with the name to show. */
export const Named = z.object({ id: uuid, name: z.string() }).meta({ id: 'Named' });
export type Named = z.infer<typeof Named>;

/** A customer, team or department by its id: its name, and its Chinese one where it has one besides. */
export const NamedInBoth = Named.extend({ nameZh: z.string().nullable() }).meta({ id: 'NamedInBoth' });
export type NamedInBoth = z.infer<typeof NamedInBoth>;

/** The name in a language, where it has one there. */
export const nameIn = ({ name, nameZh }: Pick<NamedInBoth, 'name' | 'nameZh'>, locale: 'en' | 'zh'): string =>
  (locale === 'zh' && nameZh) || name;

export const NamedTwice = z.object({ id: uuid, nameEn: z.string(), nameZh: z.string() }).meta({ id: 'NamedTwice' });

/** Where a list goes on: `next` of the last answer. */
export const pageQuery = {
  after: z.string().max(200).optional().describe('Goes on after this row: the `next` of the last answer'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
export const next = z.string().nullable().describe('To go on with; null: that was all');
export const head = z
  .string()
  .nullable()
  .describe('The place of the first row: with it the count says what came before it since; null: there is none');
