import { isRecord, listOf, put, wordsOf, type Definition } from './definition.js';

/** A rule without a condition: these words mean nothing in these columns. Others are not this form's to change. */
const isPlain = (rule: unknown): rule is { columns: string[]; values: string[] } =>
  isRecord(rule) && !('when' in rule) && Array.isArray(rule['values']);

/** The words that mean a blank cell in this column. */
export const blankWordsOf = (definition: Definition, column: string): string[] =>
  listOf(definition['missing']).flatMap((rule) => (isPlain(rule) && rule.columns.includes(column) ? rule.values : []));

export function withBlankWords(definition: Definition, column: string, words: readonly string[]): Definition {
  const without = listOf(definition['missing']).flatMap((rule) => {
    if (!isPlain(rule) || !rule.columns.includes(column)) return [rule];
    const columns = rule.columns.filter((one) => one !== column);
    return columns.length > 0 ? [{ ...rule, columns }] : [];
  });
  const rules = words.length > 0 ? joined(without, column, words) : without;
  return put(definition, ['missing'], rules.length > 0 ? rules : undefined);
}

/** Columns with the same words share a rule. */
function joined(rules: readonly unknown[], column: string, words: readonly string[]): unknown[] {
  const place = rules.findIndex((rule) => isPlain(rule) && wordsOf(rule.values).join('\n') === words.join('\n'));
  const rule = rules[place];
  if (!isPlain(rule)) return [...rules, { columns: [column], values: [...words] }];
  return rules.map((one, n) => (n === place ? { ...rule, columns: [...rule.columns, column] } : one));
}
