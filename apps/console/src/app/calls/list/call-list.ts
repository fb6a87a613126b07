import { Component, computed, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CallOfMyDay } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Empty } from '../../ui/feedback/empty.js';
import { State } from '../../ui/state/state.js';
import { CallDay } from '../call-day.js';
import { type CallGroup, closingWithinTheHour, type GroupOfCalls } from './call-groups.js';
import { injectCallSign } from './call-sign.js';
import { injectReasonWords } from './reason-words.js';

/** Whom to call today: what can be done now on top, what is done at the end. */
@Component({
  selector: 'fc-call-list',
  imports: [Empty, RouterLink, State],
  templateUrl: './call-list.html',
  styleUrl: './call-list.css',
})
export class CallList {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly why = injectReasonWords();
  protected readonly sign = injectCallSign();
  private readonly format = inject(Formats);
  protected readonly day = inject(CallDay);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  readonly chosenId = input.required<string | undefined>();
  readonly choose = output<string>();
  /** Enter on the chosen one. */
  readonly start = output();

  protected readonly closing = computed(() => closingWithinTheHour(this.day.groups(), this.day.nowMs()));

  /** Brings the chosen one into sight; the focus goes with it where it was in the list. */
  follow(id: string): void {
    const entries = this.list().nativeElement;
    const entry = entries.querySelector<HTMLElement>(`[data-call="${id}"]`);
    entry?.scrollIntoView({ block: 'nearest' });
    if (entries.contains(document.activeElement)) entry?.focus({ preventScroll: true });
  }

  protected headOf({ group, calls }: GroupOfCalls): string {
    return this.t(`calls.group.${group}`, { day: this.format.day(calls[0]?.onDay ?? '') });
  }

  protected when(call: CallOfMyDay, group: CallGroup): string {
    if (group === 'now' && call.to) return this.t('calls.to', { time: this.day.endTime(call.to) });
    if (group === 'later' && call.from) return this.t('calls.from', { time: this.day.time(call.from) });
    if (group === 'ahead' && call.slotAt) return this.day.time(call.slotAt);
    return group === 'done' && call.endedAt ? this.day.time(call.endedAt) : '';
  }

  protected press(event: KeyboardEvent, call: CallOfMyDay): void {
    if (event.key !== 'Enter' || call.id !== this.chosenId()) return;
    event.preventDefault();
    this.start.emit();
  }
}
