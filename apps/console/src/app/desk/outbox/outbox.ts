import { computed, inject, Service, signal } from '@angular/core';
import type { ContactLogged, Problem } from '@forecall/contracts';
import { Subject } from 'rxjs';
import { v7 as uuid } from 'uuid';
import { Toasts } from '../../platform/notice/toasts.js';
import type { KeptWrite } from '../../platform/storage/browser-database.js';
import { Drafts } from '../../platform/unsent/drafts.js';
import type { Sent } from '../../platform/unsent/outcome.js';
import { UnsentWrites } from '../../platform/unsent/unsent-writes.js';
import { Faults } from '../../platform/notice/faults.js';
import { type ContactToLog, DeskClient } from '../desk-client.js';
import { deskForm, entryFrom } from '../entry/draft.js';
import type { Entry } from '../entry/entry.js';

const path = '/api/contacts';

/** A contact on its way to the server. */
export interface OutgoingContact {
  readonly contact: ContactToLog;
  /** As it stood in the form, for the case that it must go back there. */
  readonly entry: Entry;
  /** Why the server does not take it; null while it only has not answered. */
  readonly refusal: Problem | null;
  readonly write: KeptWrite;
}

/** A contact that was stored just now, whose customer was spoken with and may still be. */
export interface HandledContact {
  readonly id: string;
  readonly endedAt: string;
  readonly customer: Entry['customer'];
}

/** Contacts go out through here, and those that wait are seen here; how nothing is lost is `UnsentWrites`'. */
@Service()
export class Outbox {
  private readonly writes = inject(UnsentWrites);
  private readonly drafts = inject(Drafts);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  private readonly client = inject(DeskClient);
  private readonly takenIds = signal<ReadonlySet<string>>(new Set());

  readonly waiting = computed(() => this.writes.waiting().flatMap(outgoingContact));
  readonly isOnDisk = this.writes.isOnDisk;
  /** What was taken back after it had been saved, as it stood in the form. */
  readonly undone = new Subject<Entry>();
  private readonly handled = signal<HandledContact | null>(null);
  readonly lastHandled = this.handled.asReadonly();
  private readonly takenBack = signal<string | null>(null);
  readonly undoneId = this.takenBack.asReadonly();
  /** How many the server has taken since the page was loaded, from all tabs. */
  readonly storedCount = computed(() => this.takenIds().size);

  constructor() {
    this.writes.outcomes.subscribe(({ write, sent }) => {
      if (write.path === path && sent.is === 'stored') this.takenIds.update((ids) => new Set([...ids, write.id]));
    });
    this.writes.stored.subscribe((stored) => {
      // Calls of the plan go the same way and are told of by themselves.
      const logged = stored.filter(({ write }) => write.path === path && entryFrom(write.form) !== null);
      this.tell(
        logged.flatMap(({ sent, write }) => (sent.is === 'stored' ? [[sent.answer as ContactLogged, write]] : [])),
      );
    });
  }

  /** The form's draft becomes an entry on its way, and one that is refused at once a draft again. */
  async send(contact: ContactToLog, entry: Entry): Promise<Sent> {
    const draft = await this.drafts.handOver(deskForm);
    const keepAgain = () => this.drafts.keepNow(deskForm, entry);
    return this.writes.send({ id: contact.id, path, body: contact, form: entry }, { draft, keepAgain });
  }

  sendAll(): Promise<void> {
    return this.writes.sendAll();
  }

  /** Takes one out, to be dropped. */
  remove(id: string): Promise<void> {
    return this.writes.remove(id);
  }

  /** Takes one out, to go back into the form. */
  async takeBack({ contact, entry }: OutgoingContact): Promise<void> {
    await this.drafts.keepNow(deskForm, entry);
    await this.remove(contact.id);
  }

  /** Puts back what was removed. */
  restore({ write }: OutgoingContact): Promise<void> {
    return this.writes.restore(write);
  }

  /** Nobody is asked about this one any more. */
  leave(id: string): void {
    if (this.handled()?.id === id) this.handled.set(null);
  }

  private tell(logged: readonly (readonly [ContactLogged, KeptWrite])[]): void {
    const [first] = logged;
    if (!first) return;
    if (logged.length > 1) {
      this.toasts.show({ text: 'desk.entries-sent', values: { count: logged.length } });
      return;
    }
    const [{ complaint }, write] = first;
    this.handled.set(complaint ? null : handledContact(write));
    const undo = () => void this.faults.heed(this.undo(write));
    if (complaint) this.toasts.show({ text: 'desk.complaint-logged', values: { number: complaint.number }, undo });
    else this.toasts.show({ text: 'desk.contact-logged', undo });
  }

  private async undo({ id, form }: KeptWrite): Promise<void> {
    await this.client.undo(id);
    this.leave(id);
    this.takenBack.set(id);
    this.takenIds.update((ids) => new Set([...ids].filter((taken) => taken !== id)));
    const entry = entryFrom(form);
    // Its id is used up by the contact that was voided.
    if (entry) this.undone.next({ ...entry, id: uuid() });
  }
}

function outgoingContact(write: KeptWrite): OutgoingContact[] {
  const entry = entryFrom(write.form);
  if (write.path !== path || !entry) return [];
  return [{ contact: write.body as ContactToLog, entry, refusal: write.refusal, write }];
}

/** By letter nobody answers on the spot. */
const isSpoken = new Set<Entry['channel']>(['phone', 'visit', 'chat']);

function handledContact({ id, body, form }: KeptWrite): HandledContact | null {
  const entry = entryFrom(form);
  const isReached = entry?.ending === 'solved' || entry?.ending === 'follow-up';
  if (!entry || !isReached || !isSpoken.has(entry.channel)) return null;
  return { id, endedAt: (body as ContactToLog).endedAt, customer: entry.customer };
}
