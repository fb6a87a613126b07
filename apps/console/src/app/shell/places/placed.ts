import { computed, inject, Service } from '@angular/core';
import type { RoleName } from '@forecall/contracts';
import { Session } from '../../platform/session/session.js';
import { places, type Place } from './places.js';

export interface PlaceGroup {
  /** The key of its heading; none for the first group. */
  section: string | undefined;
  places: readonly Place[];
}

const isFor = (place: Place, roles: ReadonlySet<RoleName>): boolean => place.roles.some((role) => roles.has(role));

/** What somebody with these roles finds in the navigation. A heading parts groups, so the first needs none. */
export function placeGroups(all: readonly Place[], roles: ReadonlySet<RoleName>): PlaceGroup[] {
  const groups: { section: string | undefined; places: Place[] }[] = [];
  for (const place of all.filter((one) => one.isTab !== true && isFor(one, roles))) {
    const last = groups.at(-1);
    if (last && last.section === place.section) last.places.push(place);
    else groups.push({ section: place.section, places: [place] });
  }
  return groups.map((group, index) => ({ ...group, section: index === 0 ? undefined : group.section }));
}

/** The tab bar of a narrow screen holds four: the first four, or three and "more". */
export function tabsOf(all: readonly Place[]): { tabs: readonly Place[]; more: readonly Place[] } {
  return all.length <= 4 ? { tabs: all, more: [] } : { tabs: all.slice(0, 3), more: all.slice(3) };
}

/** Where somebody with these places begins. */
export const homeAmong = (all: readonly Place[]): Place | undefined => all.find(({ isNoHome }) => !isNoHome) ?? all[0];

/** The places of whoever is signed in. */
@Service()
export class Placed {
  private readonly session = inject(Session);
  readonly groups = computed(() => placeGroups(places, this.session.roles()));
  readonly all = computed(() => this.groups().flatMap((group) => group.places));
  /** With those that are tabs of others. */
  readonly found = computed(() => [
    ...this.all(),
    ...places.filter((place) => place.isTab === true && isFor(place, this.session.roles())),
  ]);
  readonly narrow = computed(() => tabsOf(this.all()));
  /** Where one lands after signing in. */
  readonly home = computed(() => `/${homeAmong(this.all())?.path ?? 'me'}`);
}
