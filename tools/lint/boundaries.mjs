/** Which project may import which: console -> contracts -> domain <- contracts <- api. */
export const projectBoundaries = {
  allow: ['^(\\.\\./)+tools/'],
  depConstraints: [
    { sourceTag: 'scope:domain', onlyDependOnLibsWithTags: ['scope:domain'] },
    { sourceTag: 'scope:contracts', onlyDependOnLibsWithTags: ['scope:domain'] },
    { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['scope:contracts', 'scope:domain'] },
    { sourceTag: 'scope:console', onlyDependOnLibsWithTags: ['scope:contracts', 'scope:domain'] },
    { sourceTag: 'scope:e2e', onlyDependOnLibsWithTags: ['scope:contracts', 'scope:domain'] },
  ],
};

/**
 * How the folders of one application may import each other. `root` holds the folders; `floor` are those below all
 * features: all may use them, they use no feature; `free` may be used by all too. `open` are the files of a feature
 * that others may use, `readers` the folders that may besides use the files in `readable`. `exempt` is for tests.
 */
export const apiFeatures = {
  root: 'apps/api/src',
  floor: ['platform', 'database'],
  free: ['live', 'tallies', 'migrations'],
  open: ['\\.(service|module)\\.js$'],
  readers: ['figures'],
  readable: ['\\.query\\.js$'],
  exempt: ['testing'],
};

export const consoleFeatures = {
  root: 'apps/console/src/app',
  floor: ['platform', 'ui'],
  free: [],
  open: ['-client\\.js$', '\\.routes\\.js$', '/index\\.js$'],
  readers: [],
  readable: [],
  exempt: ['testing'],
};
