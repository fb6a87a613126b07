import type { FirstStep } from '@forecall/contracts';

interface StepLink {
  readonly link: string;
  readonly query?: Readonly<Record<string, string>>;
}

const page = (name: string): StepLink => ({ link: '/set-up', query: { page: name } });

/** Where each first step is done. */
export const stepLinks: Readonly<Record<FirstStep, StepLink | { readonly link: null }>> = {
  company: page('company'),
  units: page('units'),
  staff: page('staff'),
  reasons: page('reasons'),
  hours: page('hours'),
  users: { link: '/users' },
  clocks: { link: '/calendars/clocks' },
  // A setting of the program, not of the console.
  mail: { link: null },
  past: { link: '/imports' },
  contact: { link: '/desk' },
  board: { link: '/board' },
};
