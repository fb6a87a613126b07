import { firstRunLines } from './access/links/first-run-link.js';
import { createApp } from './app.js';
import { demoSignInLines } from './demo/demo-sign-ins.js';
import { provideDemo } from './demo/provide-demo.js';
import { ConfigError, readConfig } from './platform/config/config.js';
import { migrate } from './migrate.js';
import { Database } from './platform/database/database.js';

/** Starts this process: settings, tables, then the port. Tells the parent (npm start) when it is ready. */
async function main(): Promise<void> {
  // Whoever started this process may be killed before it is ready; then it must not go on alone.
  const endEarly = () => process.exit(1);
  process.once('disconnect', endEarly);
  const config = readConfig(process.env);
  await migrate(config);
  if (config.DEMO === 'yes') await provideDemo(config, (text) => process.send?.({ type: 'progress', text }));
  const app = await createApp(config);
  const stop = () => void app.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.off('disconnect', endEarly).once('disconnect', stop);
  await app.listen(config.PORT, config.HOST);
  const url = config.PUBLIC_URL ?? (await app.getUrl());
  const lines = [...(await demoSignInLines(app.get(Database))), ...(await firstRunLines(app, url))];
  process.send?.({ type: 'ready', url, lines });
  if (!process.send) console.log([`Forecall is at ${url}`, ...lines].join('\n'));
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
