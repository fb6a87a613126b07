import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';

interface Route {
  readonly longestBody?: number;
}

/** The route takes a longer body than others do. */
export const LongBody = (megabytes: number) => RouteConfig({ longestBody: megabytes * 1_048_576 } satisfies Route);

export function takeLongBodies(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      const { longestBody } = (route.config ?? {}) as Route;
      if (longestBody !== undefined) route.bodyLimit = longestBody;
    });
}
