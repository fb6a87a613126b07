import {
  ApplicationRef,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PromiseDetail } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { ServerClock } from '../../platform/live/server-clock.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { Panel } from '../../ui/panel/panel.js';
import { State } from '../../ui/state/state.js';
import { PromisesClient } from '../promises-client.js';
import { standingOf, stateOfStanding } from '../standing.js';
import { type ActDone, ActForm } from './act-form.js';
import { actKeys, actsOf, isFormAct, type PromiseAct } from './acts.js';
import { LetterForm } from './letter-form.js';
import { PromiseSteps } from './promise-steps.js';

/** One promise: to whom, by when, how it stands, what became of it so far, and what is done with it. */
@Component({
  selector: 'fc-promise-panel',
  imports: [ActForm, KeyCaps, LetterForm, Load, Panel, PromiseSteps, Ready, RouterLink, Shape, Skeleton, State],
  templateUrl: './promise-panel.html',
  styleUrl: './promise-panel.css',
})
export class PromisePanel {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly client = inject(PromisesClient);
  private readonly clock = inject(ServerClock);
  private readonly application = inject(ApplicationRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(Faults);
  readonly id = input.required<string>();
  readonly closed = output();
  /** Reads the list anew. */
  readonly changed = input.required<() => void>();

  private readonly read = resource({ params: this.id, loader: ({ params }) => this.client.one(params) });
  protected readonly found = kept(this.read);
  /** The one before stays out of sight while another comes. */
  protected readonly promise = computed(() => {
    const promise = this.found.value();
    return promise?.id === this.id() ? promise : undefined;
  });
  protected readonly act = linkedSignal({ source: this.id, computation: (): PromiseAct | null => null });
  protected readonly standing = computed(() => {
    const promise = this.promise();
    return promise ? standingOf(promise, this.clock.now().getTime()) : 'open';
  });
  protected readonly glyph = computed(() => stateOfStanding[this.standing()]);
  protected readonly acts = computed(() => {
    const promise = this.promise();
    return promise ? actsOf(promise, this.standing()) : [];
  });
  protected readonly keys = actKeys;
  protected readonly formAct = computed(() => {
    const act = this.act();
    return isFormAct(act) ? act : null;
  });
  /** Why a late one has no new date. */
  protected readonly isTooLate = computed(() => this.standing() === 'late' && this.promise()?.mayWork === true);

  constructor() {
    // In the list beside, K goes to the row before.
    const isFree = (act: string) =>
      act !== 'keep' || document.activeElement === document.body || this.host.contains(document.activeElement);
    useKeys('page.promises', [
      ...Object.entries(actKeys).map(([act, press]) => ({
        press,
        name: `promises.act.${act}`,
        act: () => this.begin(act as PromiseAct),
        when: () => isFree(act) && this.acts().includes(act as PromiseAct),
      })),
      {
        press: '$mod+z',
        name: 'keys.undo',
        act: () => this.toasts.undo(),
        when: () => this.toasts.canUndo(),
        outsideText: true,
      },
    ]);
  }

  protected begin(act: PromiseAct): void {
    if (act === 'reopen') {
      void this.reopen();
      return;
    }
    this.act.set(act);
    // What is typed right after the key goes into the form.
    this.application.tick();
    this.host.querySelector<HTMLElement>('form :is(textarea, input)')?.focus();
  }

  protected back(): void {
    this.act.set(null);
  }

  /** Says what was done; a new time is told to the customer next. */
  protected done({ toast, undo }: ActDone, next: PromiseAct | null = null): void {
    const back = undo && (() => this.problems.heed(undo().then(() => this.reload())));
    this.toasts.show({ ...toast, ...(back && { undo: back }) });
    this.act.set(next);
    this.reload();
  }

  protected voidOrBroken({ voidWhy, brokenWhy }: PromiseDetail): string {
    return voidWhy || brokenWhy;
  }

  private reopen(): Promise<void> {
    const promise = this.promise();
    if (!promise) return Promise.resolve();
    const { id, revision } = promise;
    return this.problems.heed(
      this.client.reopen(id, revision).then(() => this.done({ toast: { text: 'promises.was.reopened' } })),
    );
  }

  protected reload(): void {
    this.found.reload();
    this.changed()();
  }
}
