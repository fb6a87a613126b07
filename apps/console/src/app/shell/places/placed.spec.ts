import type { RoleName } from '@forecall/contracts';
import { homeAmong, placeGroups, tabsOf } from './placed.js';
import { places } from './places.js';

const shown = (...roles: RoleName[]) =>
  placeGroups(places, new Set(roles)).map((group) => [group.section, ...group.places.map((place) => place.path)]);

describe('the navigation', () => {
  it('shows each role its own pages', () => {
    expect(shown('rep')).toEqual([
      [
        undefined,
        'desk',
        'calls',
        'day',
        'complaints',
        'contacts',
        'accounts',
        'promises',
        'scorecard',
        'my-exams',
        'leave',
      ],
      ['nav.improve', 'appraisals', 'reports', 'funnels'],
    ]);
    expect(shown('head')).toEqual([
      [
        undefined,
        ...[
          'board',
          'team',
          'calls',
          'day',
          'alarms',
          'complaints',
          'contacts',
          'accounts',
          'promises',
          'scorecard',
          'my-exams',
          'leave',
        ],
      ],
      ['nav.improve', 'scorecards', 'exams', 'appraisals', 'reports', 'funnels', 'surveys'],
      ['nav.settings', 'call-rules', 'wallboards', 'complaint-form'],
    ]);
    expect(shown('admin')).toEqual([
      [undefined, 'leave'],
      ['nav.improve', 'surveys'],
      [
        'nav.settings',
        'organisation',
        'users',
        'reasons',
        'calendars',
        'imports',
        'tokens',
        'phone-lines',
        'call-rules',
        'wallboards',
        'complaint-form',
        'audit',
        'checks',
      ],
    ]);
  });

  it('is begun with work, by an administrator with the organisation', () => {
    const homeOf = (...roles: RoleName[]) =>
      homeAmong(placeGroups(places, new Set(roles)).flatMap((group) => group.places))?.path;
    expect(homeOf('admin')).toBe('organisation');
    expect(homeOf('rep', 'admin')).toBe('desk');
    expect(homeOf('head')).toBe('board');
    expect(homeOf()).toBeUndefined();
  });

  it('shows who has two roles both, once each, the settings under their heading', () => {
    expect(shown('supervisor', 'head')).toEqual(shown('head'));
    expect(shown('executive', 'admin')).toEqual([
      [undefined, 'board', 'team', 'calls', 'day', 'alarms', 'accounts', 'promises', 'my-exams', 'leave'],
      ['nav.improve', 'scorecards', 'indicators', 'exams', 'appraisals', 'reports', 'funnels', 'surveys'],
      [
        'nav.settings',
        'organisation',
        'users',
        'reasons',
        'calendars',
        'imports',
        'tokens',
        'phone-lines',
        'call-rules',
        'wallboards',
        'complaint-form',
        'audit',
        'checks',
      ],
    ]);
  });

  it('shows nothing without a role', () => expect(shown()).toEqual([]));

  it('leads to each page by one letter and one path', () => {
    const presses = places.flatMap((place) => place.press ?? []);
    expect(new Set(presses).size).toBe(presses.length);
    expect(new Set(places.map((place) => place.path)).size).toBe(places.length);
  });
});

describe('the tab bar', () => {
  it('holds four, the rest behind "more"', () => {
    expect(tabsOf(places.slice(0, 4))).toEqual({ tabs: places.slice(0, 4), more: [] });
    expect(tabsOf(places.slice(0, 5))).toEqual({ tabs: places.slice(0, 3), more: places.slice(3, 5) });
  });
});
