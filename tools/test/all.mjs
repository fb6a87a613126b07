import { provideChromium } from '../browser/chromium.mjs';
import { parts } from './parts.mjs';
import { reportParts } from './report-parts.mjs';
import { stopCommands } from './run-command.mjs';

/** The second half of `npm test`, on the project's own Node: runs all parts and says how they went. */
function stop() {
  stopCommands();
  process.exit(130);
}
process.on('message', ({ type }) => type === 'stop' && stop());
process.on('disconnect', stop);

const chromium = await provideChromium((line) => console.log(line));
const { passed, failed } = await reportParts(parts, { environment: { CHROMIUM_PATH: chromium ?? '' } });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
