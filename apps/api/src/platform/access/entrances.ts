import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ApplicationConfig, DiscoveryService, MetadataScanner } from '@nestjs/core';
import { MESSAGE_MAPPING_METADATA, MESSAGE_METADATA } from '@nestjs/websockets/constants.js';
import { PERMISSION, type PermissionName, permissions } from './permit.js';

/** One way in: a route of HTTP or a message that a socket may send. */
export interface Entrance {
  readonly kind: 'route' | 'event';
  /** `GET /api/users/:id` or the name of the message. */
  readonly name: string;
  /** Class and method, to find it. */
  readonly handler: string;
  readonly permission: PermissionName | undefined;
}

type Method = (...args: never[]) => unknown;

/** Every way in, read from the running program. Without a known permission on each of them the program does not start. */
@Injectable()
export class Entrances implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly application: ApplicationConfig,
  ) {}

  onModuleInit(): void {
    const open = this.list().filter(({ permission }) => permission === undefined || !(permission in permissions));
    if (open.length === 0) return;
    const names = open.map(({ name, handler }) => `  - ${name} (${handler})`).join('\n');
    throw new Error(`These declare no permission, so nobody can say who may use them:\n${names}`);
  }

  list(): Entrance[] {
    const classes = [...this.discovery.getControllers(), ...this.discovery.getProviders()];
    return [...new Set(classes.map(({ metatype }) => metatype))].flatMap((type) =>
      typeof type === 'function' && typeof type.prototype === 'object' && type.prototype !== null
        ? this.entrancesOf(type.name, type, type.prototype as Record<string, Method>)
        : [],
    );
  }

  private entrancesOf(className: string, type: object, prototype: Record<string, Method>): Entrance[] {
    return this.scanner.getAllMethodNames(prototype).flatMap((methodName) => {
      const method = prototype[methodName];
      if (!method) return [];
      const handler = `${className}.${methodName}`;
      const permission = Reflect.getMetadata(PERMISSION, method) as PermissionName | undefined;
      return [
        ...this.routesOf(type, method).map((name) => ({ kind: 'route' as const, name, handler, permission })),
        ...eventsOf(method).map((name) => ({ kind: 'event' as const, name, handler, permission })),
      ];
    });
  }

  private routesOf(type: object, method: Method): string[] {
    const verb = Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod | undefined;
    if (verb === undefined) return [];
    return pathsOf(type).flatMap((folder) =>
      pathsOf(method).map((path) => {
        const own = [folder, path].flatMap((part) => part.split('/')).filter(Boolean);
        return `${RequestMethod[verb]} /${[...this.prefixOf(`/${own.join('/')}`), ...own].join('/')}`;
      }),
    );
  }

  /** Pages that the API makes itself stand outside of its prefix. */
  private prefixOf(path: string): string[] {
    const outside = this.application.getGlobalPrefixOptions().exclude ?? [];
    return outside.some(({ pathRegex }) => pathRegex.test(path)) ? [] : [this.application.getGlobalPrefix()];
  }
}

const pathsOf = (target: object): string[] => [(Reflect.getMetadata(PATH_METADATA, target) ?? '') as string].flat();

function eventsOf(method: Method): string[] {
  if (Reflect.getMetadata(MESSAGE_MAPPING_METADATA, method) !== true) return [];
  return [String(Reflect.getMetadata(MESSAGE_METADATA, method))];
}
