import { Zone } from '@forecall/contracts';
import { zonesFor } from './zones.js';

describe('the zones offered', () => {
  it('begin with UTC, bear the names of today, and are all taken by the server', () => {
    const zones = zonesFor('Asia/Kolkata');
    expect(zones[0]).toBe('UTC');
    expect(zones).toEqual(expect.arrayContaining(['Asia/Kolkata', 'Europe/Kyiv', 'Europe/Zurich']));
    expect(zones).not.toContain('Asia/Calcutta');
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones.filter((zone) => !Zone.safeParse(zone).success)).toEqual([]);
  });

  it('hold the one that was said, whatever it is called', () => {
    expect(zonesFor('Asia/Calcutta', ['Asia/Calcutta'])).toEqual(['Asia/Calcutta', 'UTC', 'Asia/Kolkata']);
  });
});
