/** Rules of the house that ESLint's own rules can express, for every TypeScript and JavaScript file. */

const relativeWithoutEnding = '/^\\.{1,2}\\/(?!.*\\.(js|mjs|cjs|json)$)/';

/** What holds for the code of every project. */
export const bannedSyntax = [
  {
    selector: 'TSEnumDeclaration',
    message: 'No TypeScript enum: use a constant list and a union type of its members.',
  },
  {
    selector: `:matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)[source.value=${relativeWithoutEnding}]`,
    message: 'A relative import ends in .js.',
  },
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|todo|fixme|failing)$/], ' +
      'MemberExpression[object.object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|fixme)$/], ' +
      'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
    message: 'Every test runs: no only, skip, todo, fixme or failing.',
  },
];

/**
 * What the console's own code may not hold; its templates have a rule of their own. The words by which the palette
 * finds a thing are of both languages at once, whichever is shown.
 */
export const literalTexts = [
  {
    selector:
      ':matches(Literal[value=/\\p{Script=Han}/u], TemplateElement[value.raw=/\\p{Script=Han}/u])' +
      ":not(Property[key.name='words'] *)",
    message: 'Chinese stands in the translations, not in the code.',
  },
];

const noClock = 'The domain has no clock: let the caller pass the time.';
const noChance = 'The domain has no chance: let the caller pass the draw.';
const noWorld = 'The domain does no input or output.';

/** What `libs/domain` may not touch: the clock, chance, the outer world. */
export const impureSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: noClock },
  { selector: "CallExpression[callee.name='Date']", message: noClock },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: noClock },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: noClock },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: noChance },
  { selector: 'ImportExpression', message: noWorld },
];

export const impureGlobals = [
  { name: 'performance', message: noClock },
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'].map((name) => ({ name, message: noClock })),
  { name: 'crypto', message: noChance },
  ...['process', 'globalThis', 'global', 'console', 'fetch', 'require', 'window', 'document', 'navigator'].map(
    (name) => ({
      name,
      message: noWorld,
    }),
  ),
];

/** The packages that may enter the domain, and those its specs may use besides. */
const domainPackages = ['temporal-polyfill$', 'simple-statistics$', '@stdlib/'];
const domainSpecPackages = [...domainPackages, 'fast-check$', 'node:(fs|path)$'];
const contractPackages = ['zod$', '@forecall/domain$'];

const importsOnly = (packages, message) => ({
  patterns: [{ regex: `^(?!\\.{1,2}/|${packages.join('|')})`, message }],
});

export const domainImports = importsOnly(domainPackages, 'The domain imports only Temporal and statistics.');
export const domainSpecImports = importsOnly(
  domainSpecPackages,
  'A spec of the domain imports only Temporal, statistics, fast-check and its worked examples.',
);
export const contractImports = importsOnly(contractPackages, 'Contracts import only zod and the domain.');

// Nx knows a package by its exports, and applications have none.
export const noApplications = {
  patterns: [
    { regex: '^@forecall/(?!(domain|contracts)$)', message: 'Applications are not imported, libraries are by name.' },
  ],
};
