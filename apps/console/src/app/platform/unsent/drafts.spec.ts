import { TestBed } from '@angular/core/testing';
import { Session } from '../session/session.js';
import { BrowserDatabase } from '../storage/browser-database.js';
import { Drafts } from './drafts.js';

/** A disk whose writes end when they are told to. */
class SlowDisk {
  private readonly begun: (() => void)[] = [];

  changeAtOnce(): Promise<void> {
    return new Promise((resolve) => this.begun.push(resolve));
  }

  async end(): Promise<void> {
    while (this.begun.length === 0) await new Promise((resolve) => setTimeout(resolve));
    this.begun.shift()?.();
  }
}

it('says that all is kept once the last of it is on the disk, and not before', async () => {
  const disk = new SlowDisk();
  TestBed.configureTestingModule({
    providers: [
      { provide: BrowserDatabase, useValue: disk },
      { provide: Session, useValue: { me: () => ({ signInId: '0198c0de-0000-7000-8000-000000000001' }) } },
    ],
  });
  const drafts = TestBed.inject(Drafts);
  expect(drafts.isAllKept()).toBe(false);

  const first = drafts.keepNow('form', 'a');
  expect(drafts.isAllKept()).toBe(false);
  await disk.end();
  await first;
  expect([drafts.isKept(), drafts.isAllKept()]).toEqual([true, true]);

  const second = drafts.keepNow('form', 'ab');
  const third = drafts.keepNow('form', 'abc');
  await disk.end();
  await second;
  expect([drafts.isKept(), drafts.isAllKept()]).toEqual([true, false]);
  await disk.end();
  await third;
  expect(drafts.isAllKept()).toBe(true);
});
