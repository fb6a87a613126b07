import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);

const Environment = z
  .object({
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// address'),
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(16).describe('Connections per process'),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: port.default(3000),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('The address people type; decides Origin and cookie'),
    DEMO: z.enum(['yes', 'no']).default('no').describe('Load the demo company into an empty database'),
    EMBEDDED: z.enum(['0', '1']).default('0').describe('Set by npm start: the database is our own'),
    CONSOLE_FOLDER: z.string().optional().describe('The built console; default: beside the built API'),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/ })
      .optional()
      .describe('smtp://user:password@host:port; without it no mail is sent'),
    MAIL_FROM: z.email().optional().describe('The address mail comes from'),
    JOBS: z.enum(['yes', 'no']).default('yes').describe('Whether this process does jobs, or leaves them to others'),
    LOG_LEVEL: z.enum(['debug', 'log', 'warn', 'error']).default('warn'),
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => SMTP_URL === undefined || MAIL_FROM !== undefined, {
    path: ['MAIL_FROM'],
    error: 'must be set where SMTP_URL is',
  });

export type Config = z.infer<typeof Environment>;

export class ConfigError extends Error {}

/** Parses the environment once, before anything starts. `NAME_FILE` names a file that holds NAME's value (secrets). */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const values: Record<string, string> = {};
  const wrong: string[] = [];
  for (const name of Object.keys(Environment.shape)) {
    const file = environment[`${name}_FILE`];
    if (file !== undefined && !existsSync(file)) wrong.push(`${name}_FILE: there is no file ${file}`);
    const value = file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').trim() : environment[name];
    if (value !== undefined && value !== '') values[name] = value;
  }
  const parsed = Environment.safeParse(values);
  for (const issue of parsed.error?.issues ?? []) wrong.push(`${issue.path.join('.')}: ${issue.message}`);
  if (!parsed.success || wrong.length > 0) {
    throw new ConfigError(`The settings are not usable:\n${wrong.map((line) => `  - ${line}`).join('\n')}`);
  }
  return parsed.data;
}

export const CONFIG = Symbol('config');
