import type { FirstStep, RoleName } from '@forecall/contracts';

export interface StepLink {
  /** null: a setting of the program, not of the console. */
  readonly link: string | null;
  readonly query?: Readonly<Record<string, string>>;
  /** Who may open it, where that is not every administrator. */
  readonly roles?: readonly RoleName[];
}

const page = (name: string): StepLink => ({ link: '/set-up', query: { page: name } });

/** Where each first step is done. */
export const stepLinks: Readonly<Record<FirstStep, StepLink>> = {
  company: page('company'),
  units: page('units'),
  staff: page('staff'),
  reasons: page('reasons'),
  hours: page('hours'),
  users: { link: '/users' },
  clocks: { link: '/calendars/clocks' },
  mail: { link: null },
  past: { link: '/imports' },
  contact: { link: '/desk', roles: ['rep'] },
  board: { link: '/board', roles: ['supervisor', 'head', 'executive'] },
};
