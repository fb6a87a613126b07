import { hash, randomBytes } from 'node:crypto';

/** What the database keeps of a secret: enough to recognise it, too little to use it. */
export const sha256 = (secret: string): Buffer => hash('sha256', secret, 'buffer');

/** A new secret of 256 bits for a session, token or link. It is shown once and never stored. */
export function newSecret(): { secret: string; hash: Buffer } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: sha256(secret) };
}
