import { paperKinds, RubricText, ScenarioText, visibleName } from '@forecall/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The papers that come with the program: apps/api/exam-papers, beside src and dist. */
const shipped = join(import.meta.dirname, '../../exam-papers');

const [rubric, scenario] = paperKinds;
const name = z.strictObject({ en: visibleName(120), zh: visibleName(120) });

const PaperFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(rubric), name, text: RubricText }),
  z.strictObject({ kind: z.literal(scenario), name, text: ScenarioText }),
]);

/** A ready-made rubric or role play; its key is the name of its file. */
export type ReadyMadePaper = z.output<typeof PaperFile> & { readonly key: string };
export type ReadyMadeEntry = Pick<ReadyMadePaper, 'key' | 'kind' | 'name'>;

/** A paper as it is written in a file; one that is not of the shape is refused with the file's name. */
export function readPaper(key: string, written: string): ReadyMadePaper {
  try {
    return { key, ...PaperFile.parse(JSON.parse(written)) };
  } catch (error) {
    throw new Error(`exam-papers/${key}.json is no paper`, { cause: error });
  }
}

let known: ReadonlyMap<string, ReadyMadePaper> | undefined;

/** Read once: they come with the program and change with it. */
function shippedPapers(): ReadonlyMap<string, ReadyMadePaper> {
  known ??= new Map(
    readdirSync(shipped)
      .filter((file) => file.endsWith('.json'))
      .toSorted()
      .map((file) => file.slice(0, -'.json'.length))
      .map((key) => [key, readPaper(key, readFileSync(join(shipped, `${key}.json`), 'utf8'))]),
  );
  return known;
}

/** What one may begin with, by key. */
export const readyMadePapers = (): readonly ReadyMadeEntry[] =>
  [...shippedPapers().values()].map((paper) => ({ key: paper.key, kind: paper.kind, name: paper.name }));

/** One of them with its text; undefined: there is none of that key. */
export const readyMadePaper = (key: string): ReadyMadePaper | undefined => shippedPapers().get(key);
