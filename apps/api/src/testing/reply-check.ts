import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Response } from 'supertest';

type Json = Record<string, unknown>;
interface Operation {
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema?: object }> }>;
}

/** Compares a reply with the API's document; throws where the document does not know its status, form or content. */
export type ReplyCheck = (reply: Response) => void;

export function replyCheck(document: OpenAPIObject): ReplyCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const closed = closeObjects(structuredClone(document)) as Json;
  ajv.addSchema(closed, 'api');
  const compiled = new Map<string, ValidateFunction>();
  const templates = Object.keys(document.paths).map((path) => ({ path, pattern: patternOf(path) }));

  return (reply) => {
    const { method, path } = requestOf(reply);
    if (!path.startsWith('/api/') || isAboutTheDocument(path)) return;
    const name = `${method.toUpperCase()} ${path} -> ${reply.status}`;
    const fail = (why: string): never => {
      throw new Error(`${name}: ${why}\n${reply.text.slice(0, 2000)}`);
    };
    const found = templates
      .filter(({ path: template, pattern }) => pattern.test(path) && method in (document.paths[template] ?? {}))
      .toSorted((one, other) => placesIn(one.path) - placesIn(other.path))[0];
    if (!found) {
      if (reply.status !== 404) fail('the document has no such operation');
      return;
    }
    const operation = (closed['paths'] as Record<string, Record<string, Operation>>)[found.path]![method]!;
    const declared = operation.responses[reply.status] ?? fail('the document has no such status here');
    if (!declared.content) {
      if (reply.text) fail('the document says there is no body');
      return;
    }
    const type = reply.type;
    const content = declared.content[type] ?? fail(`the document has no ${type || 'empty reply'} here`);
    if (!content.schema || !type.endsWith('json')) return;
    const steps = ['paths', found.path, method, 'responses', String(reply.status), 'content', type, 'schema'];
    const pointer = `api#/${steps.map((step) => encodeURIComponent(escape(step))).join('/')}`;
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: pointer });
    compiled.set(pointer, validate);
    if (!validate(JSON.parse(reply.text))) fail(ajv.errorsText(validate.errors, { dataVar: 'body', separator: '\n' }));
  };
}

const isAboutTheDocument = (path: string) => path === '/api/openapi.json' || path.startsWith('/api/docs');

const escape = (step: string) => step.replaceAll('~', '~0').replaceAll('/', '~1');

const placesIn = (path: string) => path.split('{').length;

function patternOf(path: string): RegExp {
  const literal = path.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('[^/]+')}$`);
}

function requestOf(reply: Response): { method: string; path: string } {
  const { method, path } = (reply as unknown as { req: { method: string; path: string } }).req;
  return { method: method.toLowerCase(), path: path.split('?')[0]! };
}

/** The document leaves objects open for fields to come; a field that this build sends has to be in it. */
function closeObjects(value: unknown, isPart = false): unknown {
  if (Array.isArray(value)) return value.map((item) => closeObjects(item));
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as Json;
  for (const [key, child] of Object.entries(schema)) {
    schema[key] = key === 'allOf' ? (child as unknown[]).map((part) => closeObjects(part, true)) : closeObjects(child);
  }
  const hasFields = schema['type'] === 'object' && typeof schema['properties'] === 'object';
  if (!isPart && (hasFields || 'allOf' in schema) && !('additionalProperties' in schema))
    schema['unevaluatedProperties'] = false;
  return schema;
}
