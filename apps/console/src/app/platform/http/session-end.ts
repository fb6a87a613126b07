import { Service } from '@angular/core';
import { Subject } from 'rxjs';

/** Where a request or the socket says that the session is over; the session listens, so neither needs to know it. */
@Service()
export class SessionEnd {
  private readonly announcements = new Subject<void>();
  readonly announced = this.announcements.asObservable();

  announce(): void {
    this.announcements.next();
  }
}
