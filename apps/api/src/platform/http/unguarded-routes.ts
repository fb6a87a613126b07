import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Entrances } from '../access/entrances.js';

/** Served beside the controllers, to everybody: the API's own description. The guard does not stand before these. */
const publicPaths = /^\/api\/(openapi\.json|docs(\/.*)?)$/;

/** Below these everything is served by controllers. */
const guardedPaths = /^\/(api|complain)(\/|$)/;

/** Stops the start at a path below /api, or of the public form, that is served past the guard. Call it before anything is registered. */
export function refuseUnguardedRoutes(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const served = new Set<string>();
  server.addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat()) if (verb !== 'HEAD' && guardedPaths.test(url)) served.add(`${verb} ${url}`);
  });
  server.addHook('onReady', async () => {
    const guarded = new Set(
      app
        .get(Entrances)
        .list()
        .map(({ name }) => name),
    );
    const past = [...served].filter((name) => !guarded.has(name) && !publicPaths.test(name.split(' ')[1] ?? ''));
    if (past.length > 0) throw new Error(`These are served past the guard:\n${past.join('\n')}`);
  });
}
