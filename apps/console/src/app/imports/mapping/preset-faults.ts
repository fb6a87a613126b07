import { faultLines, ImportPreset } from '@forecall/contracts';
import { at, type Definition } from './definition.js';
import { pathOf, targets, type Target } from './targets.js';

export interface PresetFault {
  /** `contact.wait.as` */
  readonly path: string;
  /** English, to be read after the place. */
  readonly message: string;
  /** Nothing is there yet. */
  readonly isMissing: boolean;
}

export interface PresetFaults {
  /** At the fields of the form, by the id of the target. */
  readonly byTarget: ReadonlyMap<string, PresetFault>;
  /** What no field of the form shows. */
  readonly others: readonly PresetFault[];
}

const stepsOf = (path: string) => path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

const isAt = (definition: Definition, target: Target, { path }: PresetFault): boolean => {
  const place = pathOf(definition, target).join('.');
  return path === place || path.startsWith(`${place}.`);
};

/** What the server would say of a preset, without asking it. */
export function presetFaults(definition: Definition): PresetFault[] {
  const parsed = ImportPreset.safeParse(definition);
  if (parsed.success) return [];
  return faultLines(parsed.error.issues).map((line) => {
    const [path = '', ...message] = line.split(': ');
    const there = at(definition, stepsOf(path));
    return { path, message: message.join(': '), isMissing: there === undefined || there === '' };
  });
}

export function placedFaults(definition: Definition): PresetFaults {
  const byTarget = new Map<string, PresetFault>();
  const others: PresetFault[] = [];
  for (const fault of presetFaults(definition)) {
    const target = targets.find((one) => isAt(definition, one, fault));
    if (!target) others.push(fault);
    else if (!byTarget.has(target.id)) byTarget.set(target.id, fault);
  }
  return { byTarget, others };
}
