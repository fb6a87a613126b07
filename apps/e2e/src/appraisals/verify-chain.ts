import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What `npm run verify` says of the chain of signed appraisals. Throws where a row is not as it was signed. */
export async function verifyChain(databaseUrl: string): Promise<string> {
  const { stdout } = await run(process.execPath, ['apps/api/dist/appraisals/chain/command.js'], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  return stdout;
}
