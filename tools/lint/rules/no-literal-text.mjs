const readAloud = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
]);
/** Keys as printed on a keyboard are not translated. */
const untranslatedElements = new Set(['kbd', 'code', 'script', 'style']);

const hasWords = (text, allowed) =>
  /\p{L}/u.test(text.replaceAll(/&[a-z]+;|&#\w+;/gi, '')) && !allowed.includes(text.trim());

/** Attributes whose words are names to the browser or to us. */
const nameAttributes = new Set([
  'class',
  'style',
  'id',
  'd',
  'viewBox',
  'points',
  'transform',
  'autocomplete',
  'sizes',
]);
const isSentence = (text) => /\p{L}\s+\p{L}/u.test(text);
const isChinese = (text) => /\p{Script=Han}/u.test(text);

/** The text constants an expression may print. Arguments of calls and pipes are keys and formats, not texts. */
function printedConstants(expression) {
  switch (expression?.constructor.name.replace(/\$\d+$/, '')) {
    case 'ASTWithSource':
      return printedConstants(expression.ast);
    case 'Interpolation':
      return expression.expressions.flatMap(printedConstants);
    case 'LiteralPrimitive':
      return typeof expression.value === 'string' ? [expression.value] : [];
    case 'Conditional':
      return [...printedConstants(expression.trueExp), ...printedConstants(expression.falseExp)];
    case 'Binary':
      return ['+', '??', '||'].includes(expression.operation)
        ? [...printedConstants(expression.left), ...printedConstants(expression.right)]
        : [];
    case 'ParenthesizedExpression':
      return printedConstants(expression.expression);
    case 'TemplateLiteral':
      return expression.elements.map((element) => element.text);
    default:
      return [];
  }
}

/** Every text of a template comes from the translations: in the page's words and in what is read aloud. */
export const noLiteralText = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { allow: { type: 'array', items: { type: 'string' } } } }],
    messages: { literal: 'Literal text "{{text}}": give it a key in the translations.' },
  },
  create(context) {
    const { allow = [] } = context.options[0] ?? {};
    let untranslatedDepth = 0;

    function report(node, text) {
      if (untranslatedDepth > 0 || !hasWords(text, allow)) return;
      context.report({ loc: node.loc ?? { line: 1, column: 0 }, messageId: 'literal', data: { text: text.trim() } });
    }
    const reportExpression = (node) => {
      const inner = node.value?.ast ?? node.value;
      for (const text of inner?.strings ?? []) report(node, text);
      for (const text of printedConstants(inner)) report(node, text);
    };
    const isUntranslated = (node) => untranslatedElements.has(node.name);
    return {
      Element(node) {
        if (isUntranslated(node)) untranslatedDepth++;
      },
      'Element:exit'(node) {
        if (isUntranslated(node)) untranslatedDepth--;
      },
      Text: (node) => report(node, node.value),
      BoundText: reportExpression,
      TextAttribute(node) {
        const { name, value } = node;
        // A component of ours may take a text by any name; several words are no name of anything.
        const isOurText = node.parent?.name?.includes('-') && !nameAttributes.has(name) && isSentence(value);
        if (readAloud.has(name) || isOurText || isChinese(value)) report(node, value);
      },
      BoundAttribute(node) {
        if (readAloud.has(node.name.replace(/^attr\./, ''))) reportExpression(node);
      },
    };
  },
};
