import { DataSource } from 'typeorm';
import { migrate } from '../../migrate.js';
import { readConfig } from '../../platform/config/config.js';
import { dataSourceOptions } from '../../platform/database/data-source.js';
import { Database } from '../../platform/database/database.js';
import { describeBreak } from './describe.js';
import { type Passed, verifyChain } from './verify.js';

const usage = `npm run verify               walks the signed appraisals; names the first that is not as it was signed, and ends with 1
npm run verify -- N:SHA256   also that the chain passes through a head that was noted earlier`;

/** npm run verify */
async function main(told: string | undefined): Promise<number> {
  const passed = told === undefined ? null : passedOf(told);
  if (told === '--help' || passed === undefined) {
    (told === '--help' ? console.log : console.error)(usage);
    return told === '--help' ? 0 : 2;
  }
  const config = readConfig(process.env);
  await migrate(config);
  const dataSource = await new DataSource(dataSourceOptions(config)).initialize();
  try {
    const { signed, head, first } = await verifyChain(new Database(dataSource), passed);
    if (first) console.log(describeBreak(first));
    else console.log(`Every one of the ${signed} signed appraisals is as it was signed.`);
    if (head) console.log(`Head of the chain, to be kept elsewhere: ${head}`);
    return first ? 1 : 0;
  } finally {
    await dataSource.destroy();
  }
}

function passedOf(text: string): Passed | undefined {
  const [, n, sha256] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  return n === undefined || sha256 === undefined ? undefined : { n: Number(n), sha256 };
}

process.exitCode = await main(process.argv[2]);
