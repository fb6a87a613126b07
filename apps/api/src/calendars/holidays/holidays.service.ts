import { Injectable } from '@nestjs/common';
import type { HolidayCountries, HolidayPreview, HolidaysQuery, ImportHolidays } from '@forecall/contracts';
import { Between, IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Act } from '../../organisation/acts/acts.service.js';
import { Database } from '../../platform/database/database.js';
import { badRequest } from '../../platform/http/problem.js';
import { Calendar } from '../calendar.entity.js';
import { CalendarException } from '../calendar-exception.entity.js';
import { CalendarSettingsService, nameOfOwner } from '../calendar-settings.service.js';
import { compareDays } from './holiday-changes.js';
import { chinasDays, holidayCountries, officialDays, type OfficialDay, type OfficialYear } from './official-days.js';

export { officialDays } from './official-days.js';

/** China's holidays and make-up workdays of a year, as published; nothing before they are. */
export const publishedDays = (year: number): OfficialDay[] => chinasDays(year);

/** Brings the public holidays of a country and year into a calendar, where they can be changed. */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly database: Database,
    private readonly settings: CalendarSettingsService,
  ) {}

  async countries(): Promise<HolidayCountries> {
    return { countries: await holidayCountries() };
  }

  async preview({ owner, ownerId, country, region, year }: HolidaysQuery): Promise<HolidayPreview> {
    const { days, isOfficial } = await this.known(country, region, year);
    const present = await this.database.dataSource.manager.find(CalendarException, {
      where: {
        day: Between(`${year}-01-01`, `${year}-12-31`),
        calendar: {
          departmentId: owner === 'department' && ownerId !== null ? ownerId : IsNull(),
          staffId: owner === 'staff' && ownerId !== null ? ownerId : IsNull(),
        },
      },
    });
    return {
      isOfficial,
      days: compareDays(days, present).map(({ day, change, official, present: old }) => ({
        ...{ day, change },
        kind: official?.kind ?? old?.kind ?? 'holiday',
        nameEn: official?.nameEn ?? old?.nameEn ?? '',
        nameZh: official?.nameZh ?? old?.nameZh ?? '',
        present: old ? shownRow(old) : null,
      })),
    };
  }

  async import(act: Act, { owner, ownerId, country, region, year }: ImportHolidays): Promise<Calendar> {
    const { days } = await this.known(country, region, year);
    const calendar = await this.settings.present(act, { owner, ownerId });
    const changed = await act.change(Calendar, calendar, { country, region });
    const present = await act.entities.findBy(CalendarException, {
      calendarId: calendar.id,
      day: Between(`${year}-01-01`, `${year}-12-31`),
    });
    const counts = { new: 0, changed: 0, same: 0, kept: 0, gone: 0 };
    for (const { change, official, present: old } of compareDays(days, present)) {
      counts[change] += 1;
      if (change === 'gone' && old) await act.withdraw(CalendarException, old);
      if (change === 'changed' && old && official)
        await act.change(CalendarException, old, { ...official, intervals: null });
      if (change === 'new' && official)
        await act.add(CalendarException, {
          ...{ id: uuid(), calendarId: calendar.id, intervals: null, source: 'library' },
          ...official,
        });
    }
    await act.record({
      ...{ act: 'calendar.holidays-imported', entity: 'calendar', id: calendar.id },
      name: await nameOfOwner(act, { owner, ownerId }),
      after: { country, ...(region === null ? {} : { region }), year, ...counts },
    });
    return changed;
  }

  private async known(country: string, region: string | null, year: number): Promise<OfficialYear> {
    const found = (await holidayCountries()).find(({ code }) => code === country);
    if (!found) throw unknownPlace(placeFaults.country);
    if (region !== null && !found.regions.some(({ code }) => code === region)) throw unknownPlace(placeFaults.region);
    return officialDays(country, region, year);
  }
}

const shownRow = ({ id, day, kind, nameEn, nameZh, intervals, source, revision }: CalendarException) => ({
  ...{ id, day, kind, nameEn, nameZh, source, revision },
  hours: intervals && [...intervals],
});

const placeFaults = {
  country: { path: 'country', code: 'unknown-country', message: 'its holidays are not known' },
  region: { path: 'region', code: 'unknown-region', message: 'is no region with holidays of its own' },
} as const;

function unknownPlace({ path, code, message }: (typeof placeFaults)[keyof typeof placeFaults]) {
  return badRequest(code, `${path}: ${message}.`, { fields: [{ path, code, message }] });
}
