import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '@forecall/contracts';
import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { sessionCookie } from '../access/viewers.js';
import { contractId, schemaConverter } from './schema-converter.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The whole API as OpenAPI 3.1: made from the routes and their contracts, so it cannot lag behind them. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Forecall')
    .setDescription(description)
    .setVersion('1')
    .addCookieAuth(sessionCookie, { type: 'apiKey', in: 'cookie', name: sessionCookie }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API token, as far as its scopes go' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, frame, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
    standardSchemaConverter: schemaConverter(),
  });
  const { $schema: _, ...problem } = z.toJSONSchema(Problem, { io: 'input' });
  document.components = { ...document.components };
  document.components.schemas = { ...document.components.schemas, ...componentOf('Problem', problem) };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      nameBody(operation);
      addRefusals(operation, `${method} ${path}`);
    }
  }
  return document;
}

/** Lets the body be the component it is. */
function nameBody({ requestBody }: Operation): void {
  if (!requestBody || !('content' in requestBody)) return;
  for (const content of Object.values(requestBody.content)) {
    const id: unknown = content.schema && Reflect.get(content.schema, contractId);
    if (typeof id === 'string') content.schema = { $ref: `#/components/schemas/${id}` };
  }
}

/** What any route of that form may answer besides what it declares itself. */
function addRefusals(operation: Operation, name: string): void {
  const parameters = operation.parameters ?? [];
  if (parameters.some((parameter) => !('name' in parameter) || !parameter.name))
    throw new Error(`${name}: a query is an object, or its fields do not reach the document.`);
  const isForOneRecord = parameters.some((parameter) => 'in' in parameter && parameter.in === 'path');
  const statuses = [
    ...(parameters.length > 0 || operation.requestBody ? [400] : []),
    ...(isForOneRecord ? [404] : []),
    ...(operation.requestBody ? [413, 415] : []),
  ];
  for (const status of statuses) {
    operation.responses[status] ??= {
      description: STATUS_CODES[status] ?? 'Error',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
}

function componentOf(id: string, schema: object): Record<string, object> {
  const definitions = '$defs' in schema ? (schema.$defs as Record<string, object>) : {};
  return { [id]: definitions[id] ?? schema };
}

const description = `
Every refusal is a problem (RFC 9457) with a stable \`code\`. Lists are paged: \`after\` takes the \`next\` of the page
before, which is null on the last one. A change by session cookie needs the header \`X-Forecall: console\` and our own
Origin; API tokens need neither. With \`X-Forecall-User\` (an id of a sign-in) a request is refused as \`other-user\` where
another is signed in.`;
