import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { BoardQuestion, BoardSnapshot, BoardStream } from '@forecall/contracts';
import { firstValueFrom } from 'rxjs';

@Service()
export class BoardClient {
  private readonly http = inject(HttpClient);

  snapshot({ window, side }: BoardQuestion): Promise<BoardSnapshot> {
    return firstValueFrom(this.http.get<BoardSnapshot>('/api/board', { params: { window, side } }));
  }

  stream(): Promise<BoardStream> {
    return firstValueFrom(this.http.get<BoardStream>('/api/board/stream'));
  }
}
