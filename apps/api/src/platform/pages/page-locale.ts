export type PageLocale = 'en' | 'zh';

/** Asked for in the address, else the first of ours that the browser names, else the organisation's. */
export function localeOf(asked: unknown, accepted: string | undefined, otherwise: PageLocale): PageLocale {
  if (asked === 'en' || asked === 'zh') return asked;
  const wanted = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const weight = rest.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => (language === 'en' || language === 'zh') && weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  return (wanted[0]?.language as PageLocale | undefined) ?? otherwise;
}
