import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for one test, with the given files in it. */
export function temporaryFolder(t, files = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'forecall-start-'));
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    const isProgram = typeof content === 'string' && content.startsWith('#!');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content), {
      mode: isProgram ? 0o755 : 0o644,
    });
  }
}
