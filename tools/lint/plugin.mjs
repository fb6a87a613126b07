import { featureFolders } from './rules/feature-folders.mjs';
import { noLiteralText } from './rules/no-literal-text.mjs';
import { plainNames } from './rules/plain-names.mjs';

/** The rules that only this project needs. */
export const forecall = {
  meta: { name: 'forecall' },
  rules: { 'feature-folders': featureFolders, 'no-literal-text': noLiteralText, 'plain-names': plainNames },
};
