import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  Acted,
  AddDatedDay,
  CalendarList,
  CalendarOwner,
  CalendarYear,
  ChangeDatedDay,
  HolidayCountries,
  HolidayPreview,
  ImportHolidays,
  SetCalendar,
} from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

const base = '/api/calendars';

/** Whose calendar is meant. */
export interface Owned {
  readonly owner: CalendarOwner;
  readonly ownerId: string | null;
}

const ofOwner = ({ owner, ownerId }: Owned) => ({ owner, ...(ownerId === null ? {} : { ownerId }) });

/** Hours, holidays and other days of the organisation, its departments and people. */
@Service()
export class CalendarsClient {
  private readonly http = inject(HttpClient);

  list(): Promise<CalendarList> {
    return firstValueFrom(this.http.get<CalendarList>(base));
  }

  year(owned: Owned, year: number): Promise<CalendarYear> {
    return firstValueFrom(this.http.get<CalendarYear>(`${base}/year`, { params: { ...ofOwner(owned), year } }));
  }

  set(entry: SetCalendar): Promise<Acted> {
    return firstValueFrom(this.http.put<Acted>(base, entry));
  }

  remove(id: string, revision: number): Promise<Acted> {
    return firstValueFrom(this.http.delete<Acted>(`${base}/${id}`, { params: { revision } }));
  }

  addDay(entry: AddDatedDay): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/days`, entry));
  }

  changeDay(id: string, entry: ChangeDatedDay): Promise<Acted> {
    return firstValueFrom(this.http.patch<Acted>(`${base}/days/${id}`, entry));
  }

  removeDay(id: string, revision: number): Promise<Acted> {
    return firstValueFrom(this.http.delete<Acted>(`${base}/days/${id}`, { params: { revision } }));
  }

  countries(): Promise<HolidayCountries> {
    return firstValueFrom(this.http.get<HolidayCountries>(`${base}/holidays/countries`));
  }

  preview({ owner, ownerId, country, region, year }: ImportHolidays): Promise<HolidayPreview> {
    const params = { ...ofOwner({ owner, ownerId }), country, year, ...(region === null ? {} : { region }) };
    return firstValueFrom(this.http.get<HolidayPreview>(`${base}/holidays/preview`, { params }));
  }

  import(entry: ImportHolidays): Promise<Acted> {
    return firstValueFrom(this.http.post<Acted>(`${base}/holidays/import`, entry));
  }
}
