import type { PlaywrightWorkerArgs } from '@playwright/test';
import { knownDepartments } from '../world/known-people.js';
import { somebody } from '../world/somebody.js';
import type { World } from '../world/world.js';

export const serviceHeadName = 'Wu Jing';

/** Somebody who heads the department Service, signed in: the cookies of the session. */
export const serviceHead = (world: World, playwright: PlaywrightWorkerArgs['playwright']) =>
  somebody(world, playwright, {
    name: serviceHeadName,
    email: 'service-head@example.test',
    grants: [{ role: 'head', department: knownDepartments.service.name[0] }],
  });
