import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { Marking } from '@forecall/contracts';
import { scoreOf } from '@forecall/domain';
import { mayPass, problemOf } from '../../platform/http/problem-error.js';
import { waitBeforeTry } from '../../platform/unsent/backoff.js';
import { Drafts } from '../../platform/unsent/drafts.js';
import { emptyEntry, type Entry, entryOf, isSame } from './same-marking.js';
import { type Sheet, type SheetKind, SheetsClient } from './sheets-client.js';

/** What this browser keeps of it: enough to go on without a line. */
interface Kept {
  readonly sheet: Sheet;
  readonly entry: Entry;
  readonly markingId: string;
  /** Of what the server had when this was written. */
  readonly revision: number;
  readonly isSent: boolean;
  /** The assessor has stopped the timer: marking does not start it again. */
  readonly isPaused: boolean;
}

/** `kept`: on this tablet, and it goes out when there is a line; `clash`: another tab or device wrote meanwhile. */
export type Keeping = 'stored' | 'kept' | 'clash' | 'refused';

const sendAfterMilliseconds = 400;
const keepEverySeconds = 10;

/** One exam or gold session while it is marked: each change is kept on this computer first, and sent when there is a line. */
@Injectable()
export class MarkingFile {
  private readonly client = inject(SheetsClient);
  private readonly drafts = inject(Drafts);
  private of: SheetKind = 'exam';
  private id = '';
  private markingId = '';
  private revision = 0;
  private failures = 0;
  private sentSeconds = 0;
  private isPaused = false;
  private isClosed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  private readonly state = signal<Keeping>('stored');

  readonly sheet = signal<Sheet | null>(null);
  readonly entry = signal<Entry>(emptyEntry);
  private readonly runs = signal(false);
  readonly isRunning = this.runs.asReadonly();
  readonly keeping = this.state.asReadonly();
  readonly refusal = signal<unknown>(null);
  readonly isSigned = computed(() => Boolean(this.sheet()?.marking?.signedAt));
  readonly mayMark = computed(() => this.sheet()?.mayMark === true);
  /** Of what is not stored yet; null while it is on its way there. */
  readonly isOnDisk = computed(() => (this.drafts.isKept() === false ? false : this.drafts.isAllKept() || null));
  readonly score = computed(() => {
    const sheet = this.sheet();
    return sheet && scoreOf(sheet.rubric.text, this.entry().marks);
  });

  constructor() {
    const page = new AbortController();
    addEventListener('online', () => void this.send(), page);
    addEventListener('pagehide', () => this.keep(this.state() === 'stored', true), page);
    const ticks = setInterval(() => this.tick(), 1_000);
    inject(DestroyRef).onDestroy(() => {
      page.abort();
      clearInterval(ticks);
      this.leave();
    });
  }

  /** As the server has it, with what this tablet has not sent yet; without a line, as this tablet has it. */
  async open(of: SheetKind, id: string): Promise<void> {
    this.of = of;
    this.id = id;
    const kept = await this.keptHere();
    const sheet = await this.client.sheet(of, id).catch((error: unknown) => {
      if (kept && mayPass(error)) return kept.sheet;
      throw error;
    });
    this.take(sheet);
    if (!kept || !sheet.mayMark) return;
    this.isPaused = kept.isPaused;
    // The timer has gone on since it was sent last.
    const seconds = Math.max(kept.entry.seconds, this.entry().seconds);
    const isOnlyTime = kept.isSent && kept.sheet !== sheet;
    this.entry.update((entry) => ({ ...(isOnlyTime ? entry : kept.entry), seconds }));
    if (isOnlyTime) return;
    this.markingId = kept.markingId;
    if (kept.isSent) return;
    this.state.set('kept');
    if (sheet.marking && sheet.marking.revision !== kept.revision && !isSame(sheet.marking, kept.entry))
      this.state.set('clash');
    else void this.send();
  }

  change(change: Partial<Entry>): void {
    if (!this.mayMark()) return;
    this.entry.update((entry) => ({ ...entry, ...change }));
    if (this.state() !== 'clash') this.state.set('kept');
    this.keep(false);
    this.later(sendAfterMilliseconds);
  }

  /** By marking: unless the assessor has stopped it. */
  startTimer(): void {
    if (!this.isPaused && this.mayMark()) this.runs.set(true);
  }

  /** By hand. */
  toggleTimer(): void {
    this.isPaused = this.runs();
    this.runs.set(!this.isPaused);
    this.keep(this.state() === 'stored');
  }

  /** Sends what is not sent; resolves when it was tried. */
  async send(): Promise<void> {
    if (this.state() !== 'kept' || this.sending) return this.sending ?? undefined;
    clearTimeout(this.timer);
    this.sending = this.trySend().finally(() => (this.sending = null));
    return this.sending;
  }

  /** What another tab or device has written is taken; what stands here goes. */
  takeStored(): Promise<void> {
    return this.client.sheet(this.of, this.id).then((sheet) => {
      this.take(sheet);
      this.keep(true);
    });
  }

  /** What stands here is sent over what another tab or device has written. */
  async keepHere(): Promise<void> {
    const { marking } = await this.client.sheet(this.of, this.id);
    this.revision = marking?.revision ?? 0;
    this.markingId = marking?.id ?? this.markingId;
    this.state.set('kept');
    await this.send();
  }

  /** Only with a line: signed is what the server has. False: it could not be sent. */
  async sign(): Promise<boolean> {
    await this.sending;
    // The time that passed since goes along.
    if (this.state() === 'stored') this.state.set('kept');
    await this.send();
    if (this.state() !== 'stored') return false;
    this.take(await this.client.sign(this.of, this.id, this.revision));
    this.runs.set(false);
    this.drafts.keep(this.form(), null);
    return true;
  }

  private async trySend(): Promise<void> {
    const sent = this.entry();
    try {
      const told = { ...sent, id: this.markingId, revision: this.revision };
      this.stored(await this.client.save(this.of, this.id, told), sent);
    } catch (error) {
      await this.failed(error, sent);
    }
  }

  private stored(marking: Pick<Marking, 'id' | 'revision'>, sent: Entry): void {
    this.failures = 0;
    this.sentSeconds = sent.seconds;
    this.revision = marking.revision;
    this.markingId = marking.id;
    const isAll = isSame(this.entry(), sent);
    this.state.set(isAll ? 'stored' : 'kept');
    this.keep(isAll);
    if (!isAll) this.later(sendAfterMilliseconds);
  }

  private async failed(error: unknown, sent: Entry): Promise<void> {
    const { code } = problemOf(error);
    if (mayPass(error) || code === 'signed-out' || code === 'unexpected') {
      this.failures += 1;
      this.later(waitBeforeTry(this.failures, Math.random()));
    } else if (code === 'marking-changed') await this.clash(sent);
    else {
      this.refusal.set(error);
      this.state.set('refused');
    }
  }

  /** The answer to what we sent may have been lost: then what is stored is ours. */
  private async clash(sent: Entry): Promise<void> {
    const sheet = await this.client.sheet(this.of, this.id).catch(() => null);
    if (sheet?.marking && isSame(sheet.marking, sent)) this.stored(sheet.marking, sent);
    else if (sheet) this.state.set('clash');
    else this.later(waitBeforeTry(1, Math.random()));
  }

  private take(sheet: Sheet): void {
    this.sheet.set(sheet);
    this.entry.set(sheet.marking ? entryOf(sheet.marking) : emptyEntry);
    this.sentSeconds = this.entry().seconds;
    this.revision = sheet.marking?.revision ?? 0;
    this.markingId = sheet.marking?.id ?? crypto.randomUUID();
    this.refusal.set(null);
    this.state.set('stored');
  }

  private async keptHere(): Promise<Kept | null> {
    const own = (await this.drafts.own(this.form())) as Kept | null;
    if (own) return own;
    const left = (await this.drafts.leftBehind(this.form())).at(-1);
    return left && (await this.drafts.takeUp(left)) ? (left.content as Kept) : null;
  }

  private keep(isSent: boolean, isNow = false): void {
    const sheet = this.sheet();
    if (!sheet) return;
    const kept: Kept = {
      ...{ sheet, entry: this.entry(), markingId: this.markingId, revision: this.revision },
      ...{ isSent, isPaused: this.isPaused },
    };
    if (isNow) void this.drafts.keepNow(this.form(), kept);
    else this.drafts.keep(this.form(), kept);
  }

  private tick(): void {
    if (!this.runs() || !this.mayMark()) return;
    this.entry.update((entry) => ({ ...entry, seconds: entry.seconds + 1 }));
    if (this.entry().seconds % keepEverySeconds === 0) this.keep(this.state() === 'stored');
  }

  /** The seconds since they were last kept are not lost; what does not get through is sent when it is opened again. */
  private leave(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    if (!this.mayMark()) return;
    if (this.state() === 'stored' && this.entry().seconds > this.sentSeconds) this.state.set('kept');
    if (this.state() !== 'kept') return;
    this.keep(false);
    void this.send();
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.isClosed) return;
    this.timer = setTimeout(() => void this.send(), milliseconds);
  }

  private form(): string {
    return `marking ${this.id}`;
  }
}
