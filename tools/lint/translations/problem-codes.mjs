import ts from 'typescript';

const text = (node) => (ts.isIdentifier(node) || ts.isStringLiteralLike(node) ? node.text : undefined);

/** Functions and constructors that take a parameter named `code`, with its place. */
function takersOfCode(files) {
  const takers = new Map([['ProblemError', 1]]);
  for (const file of files) {
    const visit = (node) => {
      if (ts.isArrowFunction(node) || ts.isFunctionDeclaration(node)) {
        const name = ts.isFunctionDeclaration(node)
          ? node.name
          : ts.isVariableDeclaration(node.parent) && node.parent.name;
        const place = node.parameters.findIndex((parameter) => text(parameter.name) === 'code');
        if (name && place >= 0 && node.getText().includes('ProblemError')) takers.set(text(name), place);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return takers;
}

/** All string constants an expression can result in; undefined if it can be something else. */
function constantsOf(node) {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return constantsOf(node.expression);
  if (ts.isConditionalExpression(node)) {
    const [yes, no] = [constantsOf(node.whenTrue), constantsOf(node.whenFalse)];
    return yes && no && [...yes, ...no];
  }
  return undefined;
}

const constantsWithin = (node) => {
  const found = [];
  const visit = (inner) => {
    if (ts.isStringLiteralLike(inner)) found.push(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
};

/**
 * The codes with which the API refuses, from its source: what is given to ProblemError and the functions that make
 * one, what an object literal has as its `code`, and the values of tables named `...Codes`. A code that is no
 * constant cannot be translated, and is reported under `unclear`.
 */
export function problemCodes(sources) {
  const files = sources.map(({ path, text: source }) =>
    ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true),
  );
  const takers = takersOfCode(files);
  const codes = new Map();
  const unclear = [];
  const add = (code, file) => codes.set(code, codes.get(code) ?? file.fileName);
  for (const file of files) {
    const visit = (node) => {
      if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
        const argument = node.arguments?.[takers.get(text(node.expression)) ?? -1];
        const passedOn = argument && text(argument) === 'code' && ts.isIdentifier(argument);
        const constants = argument && constantsOf(argument);
        for (const code of constants ?? []) add(code, file);
        if (argument && !constants && !passedOn) unclear.push(`${file.fileName}: ${argument.getText()}`);
      }
      if (ts.isPropertyAssignment(node) && text(node.name) === 'code') {
        for (const code of constantsWithin(node.initializer)) add(code, file);
      }
      if (ts.isVariableDeclaration(node) && /Codes$/.test(text(node.name) ?? '') && node.initializer) {
        for (const code of constantsWithin(node.initializer)) add(code, file);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return { codes, unclear };
}
