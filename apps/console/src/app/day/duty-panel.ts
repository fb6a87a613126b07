import { Component, computed, inject, input, output, resource, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { form, FormField, maxLength, minLength, pattern, required } from '@angular/forms/signals';
import type { DutyDetail } from '@forecall/contracts';
import { dutyTitle, otherOf, subjectOf } from '../platform/duty/duty-text.js';
import { Formats } from '../platform/format/formats.js';
import { injectNameOf } from '../platform/i18n/name-of.js';
import { injectTexts, Texts } from '../platform/i18n/texts.js';
import { Toasts } from '../platform/notice/toasts.js';
import { SourceLink } from '../platform/page/source-link.js';
import { Segment } from '../ui/choice/segment.js';
import { PastSteps } from '../ui/course/past-steps.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { DayInput } from '../ui/field/day-input.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { Panel } from '../ui/panel/panel.js';
import { PanelForm } from '../ui/panel/panel-form.js';
import { DayClient } from './day-client.js';
import { RecoveryPart } from './recovery/recovery-part.js';
import { timeOfDay } from './time-of-day.js';
import { instantAt } from './instant-at.js';

type Act = 'done' | 'move' | 'hand' | 'recover';

/** One duty: what it is about, how it came here, and what to do with it: what a clock made is moved and ended by it. */
@Component({
  selector: 'fc-duty-panel',
  imports: [
    DayInput,
    Field,
    FormField,
    Input,
    Load,
    Panel,
    PanelForm,
    PastSteps,
    Ready,
    RecoveryPart,
    RouterLink,
    Segment,
    Shape,
    Skeleton,
  ],
  templateUrl: './duty-panel.html',
  styleUrl: './duty-panel.css',
})
export class DutyPanel {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  private readonly client = inject(DayClient);
  private readonly toasts = inject(Toasts);
  private readonly sources = inject(SourceLink);
  readonly id = input.required<string>();
  readonly closed = output();
  readonly changed = output();

  protected readonly found = resource({ params: this.id, loader: ({ params }) => this.client.one(params) });
  protected readonly duty = computed(() => (this.found.hasValue() ? this.found.value() : null));
  protected readonly title = computed(() => this.titleOf(this.duty()));
  protected readonly subject = computed(() => {
    const duty = this.duty();
    // A low answer tells of its customer itself.
    return duty && this.recoveryId() === null ? subjectOf(duty, this.locale()) : null;
  });
  protected readonly source = computed(() => this.sources.ofDuty(this.duty()));
  /** Of a low answer that is to be seen to. */
  protected readonly recoveryId = computed(() => {
    const duty = this.duty();
    return duty?.kind === 'recovery' ? (duty.source?.id ?? null) : null;
  });
  private readonly part = viewChild(RecoveryPart);
  protected readonly takers = resource({
    params: () => (this.act() === 'hand' ? this.id() : undefined),
    loader: ({ params }) => this.client.takers(params),
  });

  private readonly chosen = signal<Act | null>(null);
  /** What may be done with it, the likeliest first. */
  private readonly possible = computed<Act[]>(() => {
    if (this.recoveryId() !== null) return ['recover', 'hand'];
    const { isByHand = true, mayHandOn = true } = this.duty() ?? {};
    return [...(isByHand ? (['done', 'move'] as const) : []), ...(mayHandOn ? (['hand'] as const) : [])];
  });
  protected readonly act = computed<Act | null>(() => this.chosen() ?? this.possible()[0] ?? null);
  protected readonly acts = computed(() =>
    this.possible().map((value) => ({ value, label: this.t(`my-day.act.${value}`) })),
  );
  protected choose(act: Act): void {
    this.chosen.set(act);
  }

  protected readonly failure = signal<unknown>(null);
  protected readonly done = form(signal({ note: '' }), (path) => maxLength(path.note, 500));
  protected readonly move = form(
    signal<{ day: string | null; time: string; why: string }>({ day: null, time: '', why: '' }),
    (path) => {
      required(path.day);
      required(path.time);
      pattern(path.time, timeOfDay);
      required(path.why);
      minLength(path.why, 3);
      maxLength(path.why, 500);
    },
  );
  protected readonly hand = form(signal({ ownerId: '', why: '' }), (path) => {
    required(path.ownerId);
    maxLength(path.why, 500);
  });
  protected readonly isDirty = computed(
    () => this.done().dirty() || this.move().dirty() || this.hand().dirty() || this.part()?.isDirty() === true,
  );

  protected readonly sendDone = sendsForm(this.done, this.failure, async ({ note }) => {
    const duty = this.duty();
    if (!duty) return;
    const { id, revision } = await this.client.done(duty.id, { revision: duty.revision, note });
    this.finish({
      text: 'my-day.was-done',
      undo: () => this.client.takeUp(id, revision).then(() => this.changed.emit()),
    });
  });
  protected readonly sendMove = sendsForm(this.move, this.failure, async ({ day, time, why }) => {
    const duty = this.duty();
    if (!duty || day === null) return;
    const dueAt = instantAt(day, time, this.format.zone()).toISOString();
    await this.client.move(duty.id, { revision: duty.revision, dueAt, remindAt: null, why });
    this.finish({ text: 'my-day.was-moved', values: { when: this.format.dayTime(dueAt) } });
  });
  protected readonly sendHand = sendsForm(this.hand, this.failure, async ({ ownerId, why }) => {
    const duty = this.duty();
    if (!duty) return;
    await this.client.hand(duty.id, { revision: duty.revision, ownerId, why });
    const name = (this.takers.hasValue() ? this.takers.value() : []).find(({ id }) => id === ownerId)?.name ?? '';
    this.finish({ text: 'my-day.was-handed', values: { name } });
  });

  protected readonly past = computed(() => {
    const duty = this.found.hasValue() ? this.found.value() : undefined;
    return (duty?.steps ?? []).map((step) => ({ at: step.at, text: this.stepText(step), why: step.why }));
  });

  private stepText({ act, before, after, by }: DutyDetail['steps'][number]): string {
    const when = (at: string | undefined) => (at ? this.format.due(at) : '');
    const words = act === 'moved' && by === null ? 'my-day.step.moved-by-clock' : `my-day.step.${act}`;
    return this.t(words, {
      ...{ by: by ?? '', from: before['owner'] ?? '', to: after['owner'] ?? '' },
      ...{ before: when(before['dueAt']), after: when(after['dueAt']) },
    });
  }

  private titleOf(duty: DutyDetail | null): string {
    return duty ? dutyTitle({ ...duty, ofOther: otherOf(duty) }, this.t, this.locale()) : this.t('page.day');
  }

  private finish(toast: Parameters<Toasts['show']>[0]): void {
    this.toasts.show(toast);
    this.changed.emit();
    this.closed.emit();
  }
}
