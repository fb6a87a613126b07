import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { departmentPlans } from '../company/department-plan.js';

export const usage = `npm run simulate -- [options]   play live traffic through the API, as the demo's agents would

--speed N             times the usual arrivals of this hour (default 60)
--at HH:MM            arrivals as on a working day at that time, such as 10:00, whatever time it is now
--minutes M           how long to play (default 10)
--trouble DEPARTMENT  many more complaints there, for one reason: ${departmentPlans.map(({ name }) => name).join(', ')}
--url URL             where Forecall is (default: the start in this folder, else http://127.0.0.1:3000)
--seed N              the same course of events again (default: another one each time)

It ends by itself, or by Ctrl-C.`;

const greatestSeed = 4_294_967_295;

const Settings = z.object({
  speed: z.coerce.number('is no number').positive().max(20_000).default(60),
  minutes: z.coerce.number('is no number').positive().max(1440).default(10),
  trouble: z
    .string()
    .transform((name, context) => {
      const found = departmentPlans.find(
        (plan) => plan.name.toLowerCase() === name.trim().toLowerCase() || plan.nameZh === name.trim(),
      );
      if (!found) context.addIssue('is no department of the demo');
      return found?.name ?? '';
    })
    .optional(),
  url: z.url({ protocol: /^https?$/ }),
  at: z
    .string()
    .regex(/^([01]?\d|2[0-3]):[0-5]\d$/, 'is no time of the day, such as 10:00')
    .optional(),
  seed: z.coerce.number('is no number').int().min(0).max(greatestSeed),
});
export type SimulationSettings = z.output<typeof Settings>;

export class WrongSettings extends Error {}

const options = {
  speed: { type: 'string' },
  minutes: { type: 'string' },
  trouble: { type: 'string' },
  url: { type: 'string' },
  at: { type: 'string' },
  seed: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Undefined: only help was asked for. */
export function readSettings(
  args: string[],
  environment: NodeJS.ProcessEnv,
  anySeed = randomInt(greatestSeed),
): SimulationSettings | undefined {
  const { help, ...values } = parsed(args);
  if (help) return undefined;
  const url = environment['FORECALL_URL'] ?? 'http://127.0.0.1:3000';
  const read = Settings.safeParse({ url, seed: anySeed, ...values });
  if (read.success) return read.data;
  throw new WrongSettings(read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'));
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: false, strict: true }).values;
  } catch (error) {
    throw new WrongSettings(error instanceof Error ? error.message : String(error));
  }
}
