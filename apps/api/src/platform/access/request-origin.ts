import type { IncomingHttpHeaders } from 'node:http';

/** Methods that change nothing, and so may be asked for by any page. */
const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

export const changesState = (method: string): boolean => !harmless.has(method);

/**
 * Whether a browser's request comes from our own pages: from PUBLIC_URL where it is set, else from the host it was sent
 * to. Without an Origin no browser page of another site can have sent it with a body and our header.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string | undefined): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const asked = new URL(origin);
  return publicUrl ? asked.origin === new URL(publicUrl).origin : asked.host === host;
}

/** A header that no foreign page can add without asking first, and we never answer that question with yes. */
export const isFromConsole = (headers: IncomingHttpHeaders): boolean => headers['x-forecall'] === 'console';
