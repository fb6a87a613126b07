import ts from 'typescript';

/** The string constants and the constant beginnings of composed strings in a piece of TypeScript. */
function constantsInCode(text, file) {
  const found = { whole: [], beginnings: [] };
  const visit = (node) => {
    if (ts.isStringLiteralLike(node)) found.whole.push(node.text);
    else if (ts.isTemplateExpression(node)) found.beginnings.push(node.head.text);
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
      ts.isStringLiteralLike(node.left)
    ) {
      found.beginnings.push(node.left.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** The same for a template, where a constant stands in quotes (a plus may follow), in backquotes or as an attribute. */
function constantsInTemplate(text) {
  const quoted = [...text.matchAll(/'([^'\n]*)'(\s*\+)?/g)];
  return {
    whole: [...quoted, ...text.matchAll(/`([^`$]*)`/g), ...text.matchAll(/="([^"]*)"/g)].map(([, value]) => value),
    beginnings: [
      ...quoted.filter(([, , plus]) => plus).map(([, value]) => value),
      ...[...text.matchAll(/`([^`$]*)\$\{/g)].map(([, value]) => value),
    ],
  };
}

/** The string constants of a file: `whole` ones, and the constant `beginnings` of composed ones. */
export function constantsIn({ path, text }) {
  if (path.endsWith('.html')) return constantsInTemplate(text);
  const inCode = constantsInCode(text, path);
  // A template inside a component is itself one string constant of the code.
  const inTemplates = inCode.whole.filter((value) => /<|\{\{/.test(value)).map(constantsInTemplate);
  return {
    whole: [...inCode.whole, ...inTemplates.flatMap(({ whole }) => whole)],
    beginnings: [...inCode.beginnings, ...inTemplates.flatMap(({ beginnings }) => beginnings)],
  };
}

/** What is said as it stands: `t('board.title')`, not `t('board.' + name)`. */
const saidIn = ({ text }) => [...text.matchAll(/\bt\(\s*'([\w.-]+)'\s*[,)]/g)].map(([, key]) => key);

const keyForm = /^[a-z][\w-]*(\.[\w-]+)+$/i;

/** What zod calls the faults of a field, and then what Angular's forms call them. */
const fieldCodes = (
  'invalid_type too_big too_small invalid_format not_multiple_of unrecognized_keys invalid_union invalid_key ' +
  'invalid_element invalid_value custom required min max minLength maxLength email pattern'
).split(' ');

/**
 * Keys that no file uses, and keys that a file uses and no language has. A string constant that begins with one of the
 * first names (`board.`) is taken for a key; a composed one (`state.${state}`) uses all keys that begin so. Refusals
 * are composed too, but which there are is known: `refusals` of the API, codes of zod and Angular, constants in the console.
 * What is also a constant of the API is a name of its own (an event, a permission), and no missing key.
 */
export function keyFaults(keys, sources, { refusals = [], foreign = new Set() } = {}) {
  const firstNames = new Set([...keys].map((key) => key.split('.')[0]));
  const used = new Set([...refusals, ...fieldCodes.map((code) => `problem.field.${code}`)]);
  const beginnings = new Set();
  const faults = [];
  for (const source of sources) {
    const constants = constantsIn(source);
    for (const value of constants.whole) {
      used.add(value).add(`problem.${value}`).add(`problem.field.${value}`);
      const isKey = keyForm.test(value) && firstNames.has(value.split('.')[0]) && !foreign.has(value);
      const isGroup = [...keys].some((key) => key.startsWith(`${value}.`));
      const isBeginning = constants.beginnings.includes(value) && [...keys].some((key) => key.startsWith(value));
      if (isKey && !keys.has(value) && !isGroup && !isBeginning)
        faults.push(`${value}: used in ${source.path}, in no language`);
    }
    for (const key of new Set(saidIn(source))) {
      const isGroup = [...keys].some((one) => one.startsWith(`${key}.`));
      if (!keys.has(key) && isGroup) faults.push(`${key}: said in ${source.path}, but it is a group of texts`);
    }
    for (const value of constants.beginnings) {
      if (value.includes('.') && !value.startsWith('problem.')) beginnings.add(value);
    }
  }
  for (const key of keys) {
    if (!used.has(key) && ![...beginnings].some((beginning) => key.startsWith(beginning)))
      faults.push(`${key}: unused`);
  }
  return faults;
}
