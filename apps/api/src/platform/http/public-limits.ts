import ipaddr from 'ipaddr.js';
import { RateLimiterRes } from 'rate-limiter-flexible';

export class TooManyForms extends Error {
  constructor(readonly minutes: number) {
    super('Too many forms.');
  }
}

/** Of IPv6 the network of 64 bits: whoever has one address of it has them all. */
export function neighbourhoodOf(address: string): string {
  try {
    const parsed = ipaddr.parse(address);
    if (parsed.kind() === 'ipv4') return parsed.toString();
    const six = parsed as Extract<typeof parsed, { parts: number[] }>;
    if (six.isIPv4MappedAddress()) return six.toIPv4Address().toString();
    return six.parts
      .slice(0, 4)
      .map((part) => part.toString(16))
      .join(':');
  } catch {
    return address.slice(0, 60);
  }
}

/** Refuses where the limiter has none left, and says when there will be. */
export async function taken(take: Promise<RateLimiterRes>): Promise<void> {
  try {
    await take;
  } catch (rest) {
    throw rest instanceof RateLimiterRes ? new TooManyForms(Math.max(1, Math.ceil(rest.msBeforeNext / 60_000))) : rest;
  }
}
