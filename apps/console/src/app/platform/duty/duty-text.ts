import type { LocaleName } from '@forecall/contracts';
import type { Say } from '../i18n/texts.js';

export interface DutyWords {
  readonly kind: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Whose it is, where that is not whoever reads it. */
  readonly ofOther?: string | null;
}

/** What speaks of "your": said otherwise of somebody else's. */
const ownKinds = ['appraisals-write', 'appraisal-read', 'appraisals-sign', 'exam-result', 'exam-sit'];

/** The account that a duty is about, in the reader's language; null where it is about none. */
function accountOf({ parameters }: Pick<DutyWords, 'parameters'>, locale: LocaleName): string | null {
  return (locale === 'zh' && parameters['accountZh']) || parameters['account'] || null;
}

/** What a duty is about, in the reader's language: a complaint by its number, else a person, an account; null: nothing. */
export function subjectOf({ parameters }: Pick<DutyWords, 'parameters'>, locale: LocaleName): string | null {
  if (parameters['complaint']) return parameters['complaint'];
  const person = (locale === 'zh' && parameters['personZh']) || parameters['person'];
  const names = [person, accountOf({ parameters }, locale)].filter(Boolean);
  return names.join(locale === 'zh' ? '，' : ', ') || null;
}

/** What there is to do: the words somebody wrote down, else those of the kind. */
export function dutyTitle(duty: DutyWords, say: Say, locale: LocaleName): string {
  const what = duty.parameters['what'];
  if (duty.kind === 'by-hand' && what) return what;
  if (duty.kind === 'hand-over' && !what) return say('duty.kind-unknown.hand-over');
  const owner = ownKinds.includes(duty.kind) ? duty.ofOther : null;
  return say(owner ? `duty.kind-of-other.${duty.kind}` : `duty.kind.${duty.kind}`, {
    ...duty.parameters,
    owner: owner ?? '',
    what: what ?? '',
    account: accountOf(duty, locale) ?? '',
    ...inLocale(duty, locale),
  });
}

/** What has a Chinese name besides: the reader of Chinese gets that. */
const inLocale = ({ parameters }: DutyWords, locale: LocaleName): Record<string, string> =>
  Object.fromEntries(
    ['exam', 'items', 'department', 'period'].map((name) => [
      name,
      (locale === 'zh' && parameters[`${name}Zh`]) || (parameters[name] ?? ''),
    ]),
  );

/** Of a duty as it is listed: whose it is, where it is nobody's of one's own. */
export const otherOf = ({ way, owner }: { readonly way: string; readonly owner: { readonly name: string } | null }) =>
  way === 'own' ? null : (owner?.name ?? null);
