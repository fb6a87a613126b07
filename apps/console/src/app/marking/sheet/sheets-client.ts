import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { GoldSheet, Marking, MarkingSheet, SaveMarking } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

/** What is marked: an exam, or a gold session by which assessors are calibrated. */
export type SheetKind = 'exam' | 'gold';
export type Sheet = MarkingSheet | GoldSheet;

const base = (of: SheetKind, id: string): string => `/api/${of === 'exam' ? 'exams' : 'gold-sessions'}/${id}`;

/** Sheets to mark: read, saved and signed, the one kind as the other. */
@Service()
export class SheetsClient {
  private readonly http = inject(HttpClient);

  sheet(of: SheetKind, id: string): Promise<Sheet> {
    return firstValueFrom(this.http.get<Sheet>(of === 'exam' ? base(of, id) : `${base(of, id)}/sheet`));
  }

  save(of: SheetKind, id: string, told: SaveMarking): Promise<Marking> {
    return firstValueFrom(this.http.put<Marking>(`${base(of, id)}/marking`, told));
  }

  sign(of: SheetKind, id: string, revision: number): Promise<Sheet> {
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    return firstValueFrom(this.http.post<Sheet>(`${base(of, id)}/sign`, { revision }, { headers }));
  }
}
