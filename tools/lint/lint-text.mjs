import { ESLint } from 'eslint';
import { join } from 'node:path';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '../..');

// Rules that need types need a file that exists; the fences are about text and paths alone.
const { rules, ...untyped } = tseslint.configs.disableTypeChecked;
const { '@typescript-eslint/naming-convention': _needsNoTypesHere, ...typedRulesOff } = rules;
const linter = new ESLint({
  cwd: root,
  overrideConfig: [
    { ...untyped, files: ['**/*.ts'], rules: typedRulesOff },
    { files: ['apps/console/**/*.ts'], rules: { '@angular-eslint/no-uncalled-signals': 'off' } },
  ],
});

/** The rules that `text` breaks when it stands at `path`, each with its message, as `npm test` would see it. */
export async function lintText(path, text) {
  const [result] = await linter.lintText(text, { filePath: join(root, path) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ({ rule: ruleId, message }));
}

export const rulesBrokenBy = async (path, text) => (await lintText(path, text)).map(({ rule }) => rule);
