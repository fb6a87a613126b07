// Starts the server as `npm start` would, says its facts over IPC, and stays until it is killed.
// With a user and group number it becomes that user first; all modules are loaded by then.
import pg from 'pg';
import { startServer } from './embedded-server.mjs';

const [folder, uid, gid, binaries] = process.argv.slice(2);
if (uid) {
  await new pg.Client({ port: 1 }).connect().catch(() => {});
  process.setgroups([]);
  process.setgid(Number(gid));
  process.setuid(Number(uid));
}
try {
  const server = await startServer({ folder, binaries: binaries || undefined });
  process.send({ url: server.url, pid: server.pid, adopted: server.adopted, folder: server.folder });
  process.on('message', () => server.stop().then(() => process.exit()));
} catch (error) {
  process.send({ problem: error.message });
  process.exit(1);
}
