// `node tools/docker/make-secrets.mjs`: the two files that docker/compose.yaml hands to its containers, made once.
import { fileURLToPath } from 'node:url';
import { makeSecrets } from './secrets.mjs';

const folder = fileURLToPath(new URL('../../docker/secrets', import.meta.url));
console.log(
  makeSecrets(folder) ? `Made ${folder}` : `${folder} is there already, and stays: the database knows that password.`,
);
