import type { Archive } from './archive.js';
import { limits } from './limits.js';
import { builtInKind, kindOfFormat, type NumberKind } from './number-format.js';
import { readXml } from './xml.js';

/** What each cell style makes of a number, by the style's place. */
export async function readStyles(archive: Archive, part: string | undefined): Promise<readonly NumberKind[]> {
  if (part === undefined || !archive.has(part)) return [];
  const own = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let isInCellStyles = false;
  await readXml(archive, part, {
    open(name, attributes) {
      if (name === 'numFmt' && own.size < limits.styles)
        own.set(Number(attributes['numFmtId']), kindOfFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') isInCellStyles = true;
      if (name === 'xf' && isInCellStyles && kinds.length < limits.styles) {
        const id = Number(attributes['numFmtId'] ?? 0);
        kinds.push(own.get(id) ?? builtInKind(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCellStyles = false;
    },
  });
  return kinds;
}
