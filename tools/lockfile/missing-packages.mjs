/**
 * A registry may lack packages for machines other than the one a lock file is written on; npm then leaves them out of
 * package-lock.json without a word, and `npm ci` refuses that file everywhere. These are the left-out entries.
 */
export function missingPackages(packages) {
  const missing = {};
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isFound(packages, place, name)) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...(entry.dev && { dev: true }),
        optional: true,
        ...machineOf(name),
      };
    }
  }
  return missing;
}

/** As Node looks for a package: beside the one that wants it, then in each folder above. */
function isFound(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('node_modules/') - 1, 0))) {
    if (packages[`${folder && `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

const SYSTEMS = /(?:^|[-/])(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-(\w+)/;

/** `name-linux-arm64-musl`: npm skips it elsewhere by these fields, without asking the registry. */
function machineOf(name) {
  if (name.includes('wasm32')) return { cpu: ['wasm32'] };
  const [, os, cpu] = SYSTEMS.exec(name) ?? [];
  if (!os) throw new Error(`Which machine is ${name} for? Its name does not say: complete package-lock.json by hand.`);
  return { os: [os], cpu: [cpu] };
}
