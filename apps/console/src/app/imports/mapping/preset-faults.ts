import { faultLines, ImportPreset } from '@forecall/contracts';
import { at, type Definition } from './definition.js';
import { pathOf, targets, type Target } from './targets.js';

export interface PresetFault {
  /** `contact.wait.as` */
  readonly path: string;
  /** English, to be read after the place. */
  readonly message: string;
  /** missing: nothing is there yet; form: not written as it must be; unknown: no preset has that; else: by the message. */
  readonly kind: 'missing' | 'form' | 'unknown' | 'else';
}

export interface PresetFaults {
  /** At the fields of the form, by the id of the target. */
  readonly byTarget: ReadonlyMap<string, PresetFault>;
  /** What no field of the form shows. */
  readonly others: readonly PresetFault[];
}

const stepsOf = (path: string) => path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

const isAt = (definition: Definition, target: Target, { path }: Pick<PresetFault, 'path'>): boolean => {
  const place = pathOf(definition, target).join('.');
  return path === place || path.startsWith(`${place}.`);
};

function kindOf(there: unknown, message: string): PresetFault['kind'] {
  if (there === undefined || there === '' || (Array.isArray(there) && there.length === 0)) return 'missing';
  if (message.startsWith('knows no ')) return 'unknown';
  return /^(invalid|too small|too big)\b/.test(message) ? 'form' : 'else';
}

/** What the server would say of a preset, without asking it. */
export function presetFaults(definition: Definition): PresetFault[] {
  const parsed = ImportPreset.safeParse(definition);
  if (parsed.success) return [];
  return faultLines(parsed.error.issues).map((line) => {
    const [path = '', ...rest] = line.split(': ');
    const message = rest.join(': ');
    return { path, message, kind: kindOf(at(definition, stepsOf(path)), message) };
  });
}

/** The field of the form that is wrong; undefined where no field is. */
export const targetOfFault = (definition: Definition, fault: Pick<PresetFault, 'path'>): Target | undefined =>
  targets.find((one) => isAt(definition, one, fault));

export function placedFaults(definition: Definition): PresetFaults {
  const byTarget = new Map<string, PresetFault>();
  const others: PresetFault[] = [];
  for (const fault of presetFaults(definition)) {
    const target = targetOfFault(definition, fault);
    if (!target) others.push(fault);
    else if (!byTarget.has(target.id)) byTarget.set(target.id, fault);
  }
  return { byTarget, others };
}
