import ts from 'typescript';

const text = (node) => (ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : undefined);

function walk(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Functions and constructors that take a parameter named `code`, with its place. */
function takersOfCode(files) {
  const takers = new Map([['ProblemError', 1]]);
  const note = (node) => {
    if (!ts.isArrowFunction(node) && !ts.isFunctionDeclaration(node)) return;
    const name = ts.isFunctionDeclaration(node) ? node.name : ts.isVariableDeclaration(node.parent) && node.parent.name;
    const place = node.parameters.findIndex((parameter) => text(parameter.name) === 'code');
    if (name && place >= 0 && node.getText().includes('ProblemError')) takers.set(text(name), place);
  };
  for (const file of files) walk(file, note);
  return takers;
}

/** All string constants an expression can result in; undefined if it can be something else. */
function constantsOf(node) {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return constantsOf(node.expression);
  if (!ts.isConditionalExpression(node)) return undefined;
  const [yes, no] = [constantsOf(node.whenTrue), constantsOf(node.whenFalse)];
  return yes && no && [...yes, ...no];
}

function constantsWithin(node) {
  const found = [];
  walk(node, (inner) => ts.isStringLiteralLike(inner) && found.push(inner.text));
  return found;
}

/** `{ path, code, message }` is about one field, `{ column, code, value, message }` about a row of an imported file. */
const standsBeside = (property, name) =>
  property.parent.properties.some((other) => other.name && text(other.name) === name);

const isOfRow = (property) => standsBeside(property, 'column') && standsBeside(property, 'value');

/**
 * The texts that the API's refusals need, from its source, as Map(key -> file): `problem.<code>` for what is given to
 * ProblemError and the functions that make one, for what an object literal has as its `code` and for the values of
 * tables named `...Codes`; `problem.field.<code>` for the faults of fields. Faults of imported rows are for the command
 * line, which speaks English. A code that is no constant cannot be
 * translated, and is reported under `unclear`.
 */
export function problemKeys(sources) {
  const files = sources.map(({ path, text: source }) =>
    ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true),
  );
  const takers = takersOfCode(files);
  const keys = new Map();
  const unclear = [];
  for (const file of files) {
    const add = (codes, beginning = 'problem') => {
      // "ok" answers an event of a socket: no refusal.
      for (const code of codes.filter((one) => one !== 'ok')) keys.set(`${beginning}.${code}`, file.fileName);
    };
    walk(file, (node) => {
      if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
        const argument = node.arguments?.[takers.get(text(node.expression)) ?? -1];
        const isPassedOn = argument && ts.isIdentifier(argument) && argument.text === 'code';
        const constants = argument && constantsOf(argument);
        add(constants ?? []);
        if (argument && !constants && !isPassedOn) unclear.push(`${file.fileName}: ${argument.getText()}`);
      }
      if (ts.isPropertyAssignment(node) && text(node.name) === 'code' && !isOfRow(node)) {
        add(constantsWithin(node.initializer), standsBeside(node, 'path') ? 'problem.field' : 'problem');
      }
      if (ts.isVariableDeclaration(node) && /Codes$/.test(text(node.name) ?? '') && node.initializer) {
        add(constantsWithin(node.initializer));
      }
    });
  }
  return { keys, unclear };
}
