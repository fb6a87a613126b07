import { Zone } from '@forecall/contracts';
import { countryOf, zonesFor } from './zones.js';

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

describe('the country of a zone', () => {
  const countries = ['AT', 'CH', 'CN', 'IN', 'US'];

  it('is the one that it belongs to, by whichever name', () => {
    expect(countryOf('Asia/Shanghai', countries)).toBe('CN');
    expect(countryOf('Europe/Zurich', countries)).toBe('CH');
    expect(countryOf('Asia/Calcutta', countries)).toBe('IN');
    expect(countryOf('Asia/Kolkata', countries)).toBe('IN');
    expect(countryOf('America/Indiana/Knox', countries)).toBe('US');
  });

  it('is none where it belongs to none of them, as UTC does', () => {
    expect(countryOf('Europe/Paris', countries)).toBeUndefined();
    expect(countryOf('UTC', countries)).toBeUndefined();
  });
});
