import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB and two passes (the library's defaults, OWASP's minimum): about 30 ms of one core. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'));

/** Of a password that nobody knows; made once per process with the same cost as the real ones. */
let nobodysHash: Promise<string> | undefined;

/** Takes as long for a login that does not exist, so that time does not tell which do. */
export async function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hash(crypto.getRandomValues(new Uint8Array(32)));
  const isRight = await verify(stored ?? (await nobodysHash), password.normalize('NFKC'));
  return isRight && typeof stored === 'string';
}
