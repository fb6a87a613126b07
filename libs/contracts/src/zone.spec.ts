import { Zone } from './organisation.js';

describe('a zone', () => {
  it.each(Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/')))('%s', (name) => {
    expect(Zone.safeParse(name).success).toBe(true);
  });
  it.each(['UTC', 'GMT', 'Etc/GMT+8', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires', 'America/Port-au-Prince'])(
    'is also %s',
    (name) => expect(Zone.safeParse(name).success).toBe(true),
  );
  it.each(['+08:00', '-05', '+0800', 'UTC+8', 'GMT-3', 'EST', 'CET', 'Mars/Base', 'Asia/', '', ' UTC', 'UTC\u200b'])(
    'is not %j',
    (name) => expect(Zone.safeParse(name).success).toBe(false),
  );
});
