import {
  ApplicationRef,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  resource,
  type Signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Alarm } from '@forecall/contracts';
import { AlarmWords, askedOf, takesAlarm } from '../../alarms/index.js';
import { openReceipts } from '../../figures/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { useKeys } from '../../platform/keys/keys.js';
import { describePage } from '../../platform/page/page-head.js';
import { Session } from '../../platform/session/session.js';
import { type PastStep, PastSteps } from '../../ui/course/past-steps.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { KeyCaps } from '../../ui/keys/key-caps.js';
import { State } from '../../ui/state/state.js';
import { ExplainForm } from '../acts/explain-form.js';
import { FalseForm } from '../acts/false-form.js';
import { AlarmsClient } from '../../alarms/alarms-client.js';
import { alarmStanding, glyphOf } from '../alarm-standing.js';
import { AlarmDayCard } from '../../board/day/index.js';
import { FactorsCard } from './factors-card.js';
import { followsDepartment } from './follows-department.js';
import { SeenCard } from './seen-card.js';

type Act = 'explain' | 'false';

/** One alarm: what it saw, since when, how sure it is, what explains it, who has it, and what came of it. */
@Component({
  selector: 'fc-alarm-page',
  imports: [
    AlarmDayCard,
    ExplainForm,
    FactorsCard,
    FalseForm,
    KeyCaps,
    Load,
    PastSteps,
    Ready,
    RouterLink,
    SeenCard,
    Shape,
    Skeleton,
    State,
  ],
  templateUrl: './alarm-page.html',
  styleUrl: './alarm-page.css',
})
export class AlarmPage {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  protected readonly words = inject(AlarmWords);
  private readonly client = inject(AlarmsClient);
  private readonly session = inject(Session);
  private readonly application = inject(ApplicationRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly receipts = openReceipts();
  readonly id = input.required<string>();
  /** From the address: what one comes to do. */
  readonly act = input<string>();

  private readonly read = resource({
    params: this.id,
    // What could not be read anew takes nothing away that is shown, least of all what is being typed.
    loader: ({ params }) =>
      this.client.one(params).catch((error: unknown) => {
        const shown = untracked(this.alarm);
        if (shown?.id === params) return shown;
        throw error;
      }),
  });
  protected readonly found = kept(this.read);
  protected readonly alarm: Signal<Alarm | undefined> = computed(() => {
    const alarm = this.found.value();
    return alarm?.id === this.id() ? alarm : undefined;
  });
  protected readonly standing = computed(() => {
    const alarm = this.alarm();
    return alarm ? alarmStanding(alarm) : 'open';
  });
  protected readonly glyph = computed(() => glyphOf[this.standing()]);
  protected readonly isJudged = computed(() => this.standing() === 'explained' || this.standing() === 'false');
  protected readonly mayWork = computed(() => this.alarm()?.mayWork === true);
  private readonly isMine = computed(() => this.alarm()?.takenBy?.id === this.session.me()?.staffId);
  protected readonly mayTake = computed(() => this.mayWork() && !this.isJudged() && !this.isMine());
  protected readonly taking = takesAlarm(() => this.reload());
  protected readonly doing = linkedSignal<string | undefined, Act | null>({
    source: this.act,
    computation: (asked) => (asked === 'explain' || asked === 'false' ? asked : null),
  });
  protected readonly steps = computed(() => {
    const alarm = this.alarm();
    return alarm ? this.stepsOf(alarm) : [];
  });

  constructor() {
    followsDepartment(
      computed(() => this.alarm()?.department.id),
      () => this.reload(),
    );
    describePage(() => {
      const alarm = this.alarm();
      const parent = { title: this.t('page.alarms'), link: '/alarms' };
      return alarm
        ? { title: this.nameOf(alarm.department), crumb: this.words.at(alarm.raisedAt), parent }
        : { parent };
    });
    useKeys('page.alarm', [
      { press: 'a', name: 'alarms.act.take', act: () => this.take(), when: () => this.mayTake() && !this.doing() },
      {
        press: 'e',
        name: 'alarms.act.explain',
        act: () => this.begin('explain'),
        when: () => this.mayWork() && !this.doing(),
      },
      {
        press: 'f',
        name: 'alarms.act.false',
        act: () => this.begin('false'),
        when: () => this.mayWork() && !this.doing(),
      },
      { press: '.', name: 'keys.receipts', act: () => this.showReceipts(), when: () => this.alarm() !== undefined },
    ]);
  }

  protected take(): void {
    const alarm = this.alarm();
    if (alarm) void this.taking.take(alarm);
  }

  protected begin(act: Act): void {
    this.doing.set(act);
    // What is typed right after the key goes into the form.
    this.application.tick();
    this.host.querySelector<HTMLElement>('form :is(textarea, input)')?.focus();
  }

  protected done(): void {
    this.doing.set(null);
    this.reload();
  }

  protected actKey(act: Act): string {
    if (!this.isJudged()) return `alarms.act.${act}`;
    if (act === 'false') return 'alarm-work.again.false';
    return this.standing() === 'false' ? 'alarm-work.again.explain-after' : 'alarm-work.again.explain';
  }

  protected chance({ falseAlarmDays }: Alarm): { count: number; days: string } {
    const days = Math.max(1, Math.round(falseAlarmDays));
    return { count: days, days: this.format.count(days) };
  }

  protected showReceipts(): void {
    const alarm = this.alarm();
    if (!alarm) return;
    const heading = this.t('alarms.receipts-of', { department: this.nameOf(alarm.department) });
    this.receipts({ metric: 'complaint-rate', heading, question: askedOf(alarm, alarm.department.id) });
  }

  protected reload(): void {
    this.found.reload();
  }

  private stepsOf({ raisedAt, ebbedAt, steps: acts }: Alarm): PastStep[] {
    const steps: PastStep[] = [{ at: raisedAt, text: this.t('alarm-work.step.raised'), why: '' }];
    if (ebbedAt !== null) steps.push({ at: ebbedAt, text: this.t('alarm-work.step.ebbed'), why: '' });
    for (const { at, by, act, cause, lasts, note } of acts) {
      const values = { name: by, cause: cause === null ? '' : this.t(`alarm-work.of.${cause}`) };
      const key = act === 'explained' && lasts ? 'explained-lasts' : act;
      steps.push({ at, text: this.t(`alarm-work.step.${key}`, values), why: note });
    }
    return steps.toSorted((a, b) => b.at.localeCompare(a.at));
  }
}
