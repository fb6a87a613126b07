import { test as base } from '@playwright/test';
import { type World, startWorld } from './world/world.js';

export { expect } from '@playwright/test';

/** Browser specs get a world that the specs of one worker share, and pages that know its address. */
export const test = base.extend<{ baseURL: string }, { world: World }>({
  world: [
    async ({ browserName: _browserName }, use) => {
      const world = await startWorld();
      await use(world);
      await world.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ world }, use) => use(world.url),
});
