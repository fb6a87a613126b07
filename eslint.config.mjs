import eslint from '@eslint/js';
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { apiFeatures, consoleFeatures, projectBoundaries } from './tools/lint/boundaries.mjs';
import * as house from './tools/lint/house-rules.mjs';
import { forecall } from './tools/lint/plugin.mjs';

// The rule of the project boundaries says nothing at all while Nx has no project graph.
process.env.NX_DAEMON = 'false';
await createProjectGraphAsync({ exitOnError: false });

const code = ['**/*.ts', '**/*.mjs', '**/*.cjs', '**/*.js'];
const specs = ['**/*.spec.ts', 'apps/api/src/**/testing/**', 'apps/e2e/**/*.ts', 'tools/screens/**/*.ts'];
const banned = (...more) => ['error', ...house.bannedSyntax, ...more];

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.data/',
      '.nx/',
      '.angular/',
      'tmp/',
      '**/coverage/',
      '**/test-results/',
    ],
  },
  { name: 'house/no-exceptions', linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  { files: code, extends: [eslint.configs.recommended] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['libs/*/tsconfig.spec.json', 'apps/*/tsconfig.spec.json', 'apps/e2e/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/naming-convention': [
        'error',
        {
          selector: 'typeLike',
          format: ['PascalCase'],
          custom: { regex: '^I[A-Z][a-z]|(Util|Utils|Helper|Helpers|Manager|Common|Shared)$', match: false },
        },
      ],
    },
  },
  {
    name: 'house/code',
    files: code,
    plugins: { '@nx': nx, '@typescript-eslint': tseslint.plugin, forecall },
    rules: {
      '@nx/enforce-module-boundaries': ['error', projectBoundaries],
      'forecall/plain-names': 'error',
      'no-restricted-syntax': banned(),
      'no-restricted-imports': ['error', house.noApplications],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'max-lines': ['error', { max: 300 }],
      eqeqeq: 'error',
      'no-unused-vars': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['**/*.mjs', '**/*.cjs', '**/*.js'], languageOptions: { globals: globals.node } },
  { files: ['apps/console/public/**/*.js'], languageOptions: { globals: globals.browser } },
  {
    name: 'house/domain',
    files: ['libs/domain/src/**/*.ts'],
    rules: {
      'no-restricted-syntax': banned(...house.impureSyntax),
      'no-restricted-globals': ['error', ...house.impureGlobals],
      'no-restricted-imports': ['error', house.domainImports],
    },
  },
  { files: ['libs/domain/src/**/*.spec.ts'], rules: { 'no-restricted-imports': ['error', house.domainSpecImports] } },
  { files: ['libs/contracts/src/**/*.ts'], rules: { 'no-restricted-imports': ['error', house.contractImports] } },
  { files: ['apps/api/src/**/*.ts'], rules: { 'forecall/feature-folders': ['error', apiFeatures] } },
  {
    name: 'house/console',
    files: ['apps/console/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      'forecall/feature-folders': ['error', consoleFeatures],
      // An input named isOpen is `open` in the template, as HTML's own are.
      '@angular-eslint/no-input-rename': 'off',
      '@angular-eslint/prefer-signals': 'error',
      '@angular-eslint/prefer-output-emitter-ref': 'error',
      '@angular-eslint/no-uncalled-signals': 'error',
    },
  },
  {
    files: ['apps/console/src/app/**/*.ts'],
    // The formats are the one place where units and dates of both languages are put together.
    ignores: ['**/*.spec.ts', 'apps/console/src/app/testing/**', 'apps/console/src/app/platform/format/**'],
    rules: { 'no-restricted-syntax': banned(...house.literalTexts) },
  },
  {
    name: 'house/templates',
    files: ['apps/console/src/app/**/*.html', 'apps/console/src/**/*.ts/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    plugins: { forecall },
    rules: {
      'forecall/no-literal-text': ['error', { allow: ['Forecall'] }],
      // A group hears the keys of the controls in it.
      '@angular-eslint/template/interactive-supports-focus': ['error', { allowList: ['fieldset', 'form'] }],
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/no-any': 'error',
      '@angular-eslint/template/no-non-null-assertion': 'error',
      '@angular-eslint/template/no-positive-tabindex': 'error',
      '@angular-eslint/template/no-duplicate-attributes': 'error',
    },
  },
  { files: ['**/*.spec.ts/*.html'], rules: { 'forecall/no-literal-text': 'off' } },
  {
    name: 'house/specs',
    files: specs,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
