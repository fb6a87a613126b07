import { build } from '../start/build.mjs';
import { root } from '../start/checkout.mjs';
import { told } from '../start/problem.mjs';

/** Builds as a start does, so that the starts under test find everything built and leave it alone. */
process.exit(await told(async () => build(root, process.env).then(() => 0)));
