const { createHash } = require('node:crypto');
const { dirname, join } = require('node:path');
const { existsSync, readFileSync } = require('node:fs');
const { createTransformer } = require('@swc/jest');

const common = {
  jsc: {
    target: 'es2023',
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  swcrc: false,
};
const typescript = createTransformer({
  ...common,
  jsc: { ...common.jsc, parser: { syntax: 'typescript', decorators: true } },
});
const javascript = createTransformer({ ...common, jsc: { ...common.jsc, parser: { syntax: 'ecmascript' } } });

/** A change of this file makes what it turned out before void. */
const own = readFileSync(__filename);

const moduleTypes = new Map();

/** The `type` of the nearest package.json: says whether a .js file is an ES module. */
function moduleType(folder) {
  if (!moduleTypes.has(folder)) {
    const manifest = join(folder, 'package.json');
    const own = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : undefined;
    const isBoundary = own && (own.name || own.type);
    moduleTypes.set(
      folder,
      isBoundary || dirname(folder) === folder ? (own?.type ?? 'commonjs') : moduleType(dirname(folder)),
    );
  }
  return moduleTypes.get(folder);
}

const isModule = (file) => file.endsWith('.mjs') || (file.endsWith('.js') && moduleType(dirname(file)) === 'module');

module.exports = {
  process(source, file, options) {
    if (/\.[cm]?ts$/.test(file)) return typescript.process(source, file, options);
    // CommonJS that loads an ES module with import() needs it turned into require() as well.
    const isAffected = isModule(file) || /\bimport\s*\(/.test(source);
    return isAffected ? javascript.process(source, file, options) : { code: source };
  },
  getCacheKey(source, file, options) {
    return createHash('sha256')
      .update(own)
      .update(typescript.getCacheKey(source, file, options))
      .update(String(isModule(file)))
      .digest('hex');
  },
};
