import { provideChromium } from '../browser/chromium.mjs';
import { parts } from './parts.mjs';
import { reportParts } from './report-parts.mjs';

/** The second half of `npm test`, on the project's own Node: runs all parts and says how they went. */
const chromium = await provideChromium((line) => console.log(line));
const { passed, failed } = await reportParts(parts, { environment: { CHROMIUM_PATH: chromium ?? '' } });
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
