import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';

export interface Route {
  readonly longestBody?: number;
  /** No object in the body has more. */
  readonly mostKeys?: number;
}

/** The route takes a longer body than others do, so that what is in it is bounded. */
export const LongBody = (megabytes: number, { mostKeys }: { readonly mostKeys: number }) =>
  RouteConfig({ longestBody: megabytes * 1_048_576, mostKeys } satisfies Route);

export function takeLongBodies(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      const { longestBody } = (route.config ?? {}) as Route;
      if (longestBody !== undefined) route.bodyLimit = longestBody;
    });
}
