import { relative, sep } from 'node:path';

/** Words that say nothing about what a file holds. */
const emptyWords = new Set('util utils helper helpers common shared manager managers enum enums misc'.split(' '));
const wellFormed = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** What is wrong with a path's names, or undefined. */
export function nameFault(path) {
  for (const name of path.split(sep)) {
    const word = name.split(/[-.]/).find((part) => emptyWords.has(part.toLowerCase()));
    if (word) return { messageId: 'empty', data: { name, word } };
  }
  const file = path.split(sep).at(-1);
  return wellFormed.test(file) ? undefined : { messageId: 'form', data: { name: file } };
}

/** A file is named from the trade, in kebab case. */
export const plainNames = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      empty: '"{{name}}" is no name: "{{word}}" does not say what is in it. Name it from the trade.',
      form: '"{{name}}" is not in kebab-case.',
    },
  },
  create: (context) => ({
    Program(node) {
      const fault = nameFault(relative(context.cwd, context.filename));
      if (fault) context.report({ node, ...fault });
    },
  }),
};
