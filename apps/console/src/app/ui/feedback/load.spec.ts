import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ProblemError, readProblem } from '../../platform/http/problem-error.js';
import { provideTextsForTest } from '../../testing/texts.js';
import { Load, Ready, Shape, type Loaded } from './load.js';
import { waitPhase } from './wait-phase.js';

@Component({
  imports: [Load, Ready, Shape],
  template: `<fc-load [of]="figures" failed="The chart could not be loaded">
    <ng-template fcShape><i class="shape"></i></ng-template>
    <ng-template fcReady><b class="content"></b></ng-template>
  </fc-load>`,
})
class Page {
  readonly status = signal<ReturnType<Loaded['status']>>('loading');
  readonly failure = signal<Error | undefined>(undefined);
  reloads = 0;
  readonly figures: Loaded = {
    status: this.status,
    error: this.failure,
    hasValue: (): this is never => this.status() === 'resolved' || this.status() === 'reloading',
    reload: () => {
      this.reloads++;
      this.status.set('loading');
      return true;
    },
  };
}

function open() {
  TestBed.configureTestingModule({ providers: [provideTextsForTest()] });
  const fixture = TestBed.createComponent(Page);
  const element = fixture.nativeElement as HTMLElement;
  const settle = () => fixture.detectChanges();
  settle();
  const after = (milliseconds: number) => {
    jest.advanceTimersByTime(milliseconds);
    settle();
  };
  return { page: fixture.componentInstance, element, settle, after };
}

describe('a part that loads', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is quiet at first, then a skeleton, then says that it takes long', () => {
    expect([0, 299, 300, 3_999, 4_000].map(waitPhase)).toEqual(['quiet', 'quiet', 'skeleton', 'skeleton', 'still']);
    const { element, after } = open();
    expect(element.querySelector('.shape')).toBeNull();
    after(300);
    expect(element.querySelector('.shape')).not.toBeNull();
    expect(element.textContent).not.toContain('ui.load-still');
    after(3_700);
    expect(element.textContent).toContain('ui.load-still');
  });

  it('shows what came, and keeps it while it is loaded anew', () => {
    const { page, element, settle } = open();
    page.status.set('resolved');
    settle();
    expect(element.querySelector('.content')).not.toBeNull();
    page.status.set('reloading');
    settle();
    expect(element.querySelector('.content')).not.toBeNull();
  });

  it('that failed by itself offers a retry and does not repeat it', () => {
    const { page, element, settle, after } = open();
    page.failure.set(new ProblemError(readProblem(500, null)));
    page.status.set('error');
    settle();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('The chart could not be loaded');
    after(60_000);
    expect(page.reloads).toBe(0);
    element.querySelector('button')?.click();
    expect(page.reloads).toBe(1);
  });

  it('that failed for a passing reason is tried again after 8 s', () => {
    const { page, settle, after } = open();
    page.failure.set(new ProblemError(readProblem(503, null)));
    page.status.set('error');
    settle();
    after(7_000);
    expect(page.reloads).toBe(0);
    after(1_000);
    expect(page.reloads).toBe(1);
  });
});
