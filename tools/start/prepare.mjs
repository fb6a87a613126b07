import { build, whyBuild } from './build.mjs';
import { ownNode, prepareClaim, root } from './checkout.mjs';
import { claimWhenFree } from './claim.mjs';
import { install, whyInstall } from './packages.mjs';

/** Packages and build as the sources ask for; a second time this only looks. */
export async function prepare({ progress, signal }) {
  const claimed = await claimWhenFree(prepareClaim, {
    onWait: ({ pid }) => progress.say(`Waiting for process ${pid}, which installs or builds in this folder`),
  });
  try {
    const toInstall = whyInstall(root, ownNode);
    if (toInstall) {
      await progress.during(`Installing packages (${toInstall})`, () => install(root, process.env, signal));
    }
    const toBuild = !signal?.aborted && whyBuild(root);
    if (toBuild) await progress.during(`Building (${toBuild})`, () => build(root, process.env, signal));
  } finally {
    claimed.release();
  }
}
