import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { Appraisal, AppraisalText, GoalSet } from '@forecall/contracts';
import { appraisalFaults } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { mayPass, problemOf } from '../../platform/http/problem-error.js';
import { Texts } from '../../platform/i18n/texts.js';
import { waitBeforeTry } from '../../platform/unsent/backoff.js';
import { Drafts } from '../../platform/unsent/drafts.js';
import { keptOf } from '../../platform/unsent/kept-words.js';
import { AppraisalsClient } from '../appraisals-client.js';
import { isSameText } from './same-text.js';

/** What this browser keeps of what is not at the server yet. */
interface Kept {
  readonly text: AppraisalText;
  /** Of what the server had when this was written. */
  readonly revision: number;
}

/** `kept`: on this computer, and it goes out when there is a line; `clash`: another tab or device wrote meanwhile. */
export type Keeping = 'stored' | 'kept' | 'clash' | 'refused';

const goalDay = /^goals\.\d+\.dueOn$/;
const sendAfterMilliseconds = 700;
const blank: AppraisalText = { indicators: {}, competencies: {}, comment: '', goals: [] };

/** One appraisal while it is read or written: each change is kept on this computer first, and sent when there is a line. */
@Injectable()
export class AppraisalFile {
  private readonly client = inject(AppraisalsClient);
  private readonly drafts = inject(Drafts);
  private readonly texts = inject(Texts);
  private readonly format = inject(Formats);
  private id = '';
  private revision = 0;
  private failures = 0;
  private isClosed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  private readonly state = signal<Keeping>('stored');
  private readonly isRefused = signal(false);

  readonly appraisal = signal<Appraisal | null>(null);
  readonly text = signal<AppraisalText>(blank);
  readonly keeping = this.state.asReadonly();
  readonly savedAt = signal<string | null>(null);
  readonly refusal = signal<unknown>(null);
  readonly mayWrite = computed(() => this.appraisal()?.may.write === true);

  /** What keeps it from being given. */
  private readonly missing = computed((): ReadonlyMap<string, string> => {
    const one = this.appraisal();
    if (!one?.may.write) return new Map();
    const today = this.format.today();
    const faults = appraisalFaults(this.text(), {
      indicators: one.lines
        .filter(({ score }) => score !== null)
        .map(({ indicator: { id: indicatorId }, reading }) => ({ id: indicatorId, reading })),
      competencyIds: one.competencies.map(({ id }) => id),
      ...{ to: one.appraisal.cycle.to, today },
      openGoals: one.lastGoals.filter(({ dueOn, looks }) => dueOn <= today && looks.length === 0).map(({ id }) => id),
    });
    return new Map(faults.map(({ path, code }) => [path, code]));
  });
  /** What keeps it from being given, once that was tried. */
  readonly faults = computed(() => (this.isRefused() ? this.missing() : new Map<string, string>()));

  constructor() {
    const page = new AbortController();
    addEventListener('online', () => void this.send(), page);
    inject(DestroyRef).onDestroy(() => {
      page.abort();
      this.isClosed = true;
      clearTimeout(this.timer);
      if (this.state() === 'kept') void this.send();
    });
  }

  /** As the server has it, with what this computer has not sent yet. */
  async open(id: string): Promise<Appraisal> {
    this.id = id;
    const one = await this.client.one(id);
    this.take(one);
    if (!one.may.write) return one;
    const kept = await keptOf<Kept>(this.drafts, this.form());
    if (!kept || isSameText(kept.text, one.text)) return one;
    this.text.set(kept.text);
    this.state.set(kept.revision === one.revision ? 'kept' : 'clash');
    if (kept.revision === one.revision) void this.send();
    return one;
  }

  /** The words of what is wrong at a place, for its field. A day of a goal that cannot be is said at once. */
  faultAt(path: string): string | undefined {
    const code = (goalDay.test(path) ? this.missing() : this.faults()).get(path);
    return code === undefined ? undefined : this.texts.say(`problem.field.${code}`);
  }

  change(change: Partial<AppraisalText>): void {
    if (!this.mayWrite()) return;
    this.text.update((text) => ({ ...text, ...change }));
    if (this.state() !== 'clash') this.state.set('kept');
    this.drafts.keep(this.form(), { text: this.text(), revision: this.revision } satisfies Kept);
    this.later(sendAfterMilliseconds);
  }

  /** Sends what is not sent; resolves when it was tried. */
  send(): Promise<void> {
    if (this.state() !== 'kept' || this.sending) return this.sending ?? Promise.resolve();
    clearTimeout(this.timer);
    this.sending = this.trySend().finally(() => (this.sending = null));
    return this.sending;
  }

  /** Whether it could be given; what is missing stands at its place from now on. */
  isWhole(): boolean {
    this.isRefused.set(true);
    return this.faults().size === 0;
  }

  /** False: it is not whole, or could not be saved. */
  async give(): Promise<boolean> {
    await this.sending;
    await this.send();
    if (this.state() !== 'stored' || !this.isWhole()) return false;
    this.took(await this.client.give(this.id, this.revision));
    return true;
  }

  /** What another tab or device has written is taken; what stands here goes. */
  async takeTheirs(): Promise<void> {
    this.drafts.keep(this.form(), null);
    this.take(await this.client.one(this.id));
  }

  /** What stands here is sent over what another tab or device has written. */
  async keepHere(): Promise<void> {
    const { revision } = await this.client.one(this.id);
    this.revision = revision;
    this.state.set('kept');
    await this.send();
  }

  /** After an act: what the server has now. */
  took(one: Appraisal): void {
    this.drafts.keep(this.form(), null);
    this.take(one);
  }

  /** What came of a goal is known at once, whatever of the text is on its way. */
  tookGoal(goal: GoalSet): void {
    const withIt = (goals: readonly GoalSet[]) => goals.map((one) => (one.id === goal.id ? goal : one));
    this.appraisal.update((one) => one && { ...one, lastGoals: withIt(one.lastGoals), goals: withIt(one.goals) });
  }

  /** Looks again, unless something here is on its way. */
  async look(): Promise<void> {
    if (this.id === '' || this.state() !== 'stored') return;
    const [before, one] = [this.text(), await this.client.one(this.id)];
    if (this.state() === 'stored' && before === this.text()) this.take(one);
  }

  private async trySend(): Promise<void> {
    const sent = this.text();
    try {
      const { revision, savedAt } = await this.client.save(this.id, { revision: this.revision, text: sent });
      this.stored(revision, savedAt, sent);
    } catch (error) {
      await this.failed(error, sent);
    }
  }

  private stored(revision: number, savedAt: string | null, sent: AppraisalText): void {
    this.failures = 0;
    this.revision = revision;
    this.savedAt.set(savedAt);
    const isAll = isSameText(this.text(), sent);
    this.state.set(isAll ? 'stored' : 'kept');
    this.drafts.keep(this.form(), isAll ? null : ({ text: this.text(), revision } satisfies Kept));
    if (!isAll) this.later(sendAfterMilliseconds);
  }

  private async failed(error: unknown, sent: AppraisalText): Promise<void> {
    const { code } = problemOf(error);
    if (mayPass(error) || code === 'signed-out' || code === 'unexpected') {
      this.failures += 1;
      this.later(waitBeforeTry(this.failures, Math.random()));
    } else if (code === 'changed-meanwhile') await this.clash(sent);
    else {
      this.refusal.set(error);
      this.state.set('refused');
    }
  }

  /** The answer to what we sent may have been lost: then what is stored is ours. */
  private async clash(sent: AppraisalText): Promise<void> {
    const one = await this.client.one(this.id).catch(() => null);
    if (one && isSameText(one.text, sent)) this.stored(one.revision, one.savedAt, sent);
    else if (one) this.state.set('clash');
    else this.later(waitBeforeTry(1, Math.random()));
  }

  private take(one: Appraisal): void {
    this.appraisal.set(one);
    this.text.set(one.text);
    this.revision = one.revision;
    this.savedAt.set(one.savedAt);
    this.refusal.set(null);
    this.state.set('stored');
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.isClosed) return;
    this.timer = setTimeout(() => void this.send(), milliseconds);
  }

  private form(): string {
    return `appraisal ${this.id}`;
  }
}
