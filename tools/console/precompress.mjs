import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** Beside each file of the built console its smallest form, once at build time, because the first load is counted in kB. */
const folder = join(import.meta.dirname, '../../apps/console/dist/browser');
const compress = promisify(brotliCompress);
const files = globSync('**/*.{js,css,html,json,svg}', { cwd: folder }).map((name) => join(folder, name));
await Promise.all(
  files
    .filter((file) => statSync(file).size > 1024)
    .map(async (file) => {
      const content = readFileSync(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      writeFileSync(`${file}.br`, await compress(content, { params }));
    }),
);
