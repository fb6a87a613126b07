import {
  afterNextRender,
  Component,
  computed,
  inject,
  input,
  type OnInit,
  output,
  resource,
  signal,
} from '@angular/core';
import { form, FormField, maxLength, pattern, required } from '@angular/forms/signals';
import type { PlannedCallEntry } from '@forecall/contracts';
import { addDays, localInstant, minuteOfTime } from '@forecall/domain';
import { ProblemError, problemOf } from '../../platform/http/problem-error.js';
import { formatTime, dayIn } from '../../platform/format/moment.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { Choices } from '../../ui/choice/choices.js';
import { DayInput } from '../../ui/field/day-input.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { PanelForm } from '../../ui/panel/panel-form.js';
import { problemOfForm } from '../../ui/versions/form-problem.js';
import { CallsClient } from '../calls-client.js';
import { CallMoves } from './call-moves.js';

const timeOfDay = /^([01]?\d|2[0-3]):[0-5]\d$/;
/** What is refused as a whole belongs to one field all the same. */
const fieldOfCode: Readonly<Record<string, string>> = {
  'slot-taken': 'time',
  'call-that-day': 'day',
  'not-found': 'staffId',
};

interface Entry {
  by: 'us' | 'customer' | null;
  day: string | null;
  time: string;
  staffId: string;
  why: string;
}

/** A call goes to another slot, day or caller by us, and stays due; or the customer asks for a day, and is due then. */
@Component({
  selector: 'fc-move-form',
  imports: [Choices, DayInput, Field, FormField, Input, PanelForm],
  templateUrl: './move-form.html',
  styleUrl: './move-form.css',
  host: { '(keydown.escape)': 'closed.emit()' },
})
export class MoveForm implements OnInit {
  protected readonly t = injectTexts();
  private readonly session = inject(Session);
  private readonly client = inject(CallsClient);
  private readonly format = inject(Formats);
  private readonly nameOf = injectNameOf();
  private readonly moves = inject(CallMoves);
  readonly call = input.required<PlannedCallEntry>();
  /** Of the caller, whose clock day and time are told by. */
  readonly zone = input.required<string>();
  readonly today = input.required<string>();
  /** Where it is to go, as far as that is known already. */
  readonly to = input<Partial<Pick<Entry, 'day' | 'time' | 'staffId'>>>({});
  readonly closed = output();
  /** Where it went. */
  readonly moved = output<{ readonly day: string }>();
  /** Somebody else has changed it: what is shown is old. */
  readonly outdated = output();

  protected readonly mayGiveAway = computed(() => this.session.hasRole('supervisor', 'head'));
  protected readonly people = resource({
    params: () => (this.mayGiveAway() ? true : undefined),
    loader: () => this.client.people(),
  });
  protected readonly options = computed(() =>
    (['us', 'customer'] as const).map((value, nth) => ({
      value,
      label: this.t(`calls.move.by.${value}`),
      press: String(nth + 1),
    })),
  );
  private readonly entry = signal<Entry>({ by: 'us', day: null, time: '', staffId: '', why: '' });
  protected readonly isOurs = computed(() => this.entry().by !== 'customer');
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.day);
    required(path.time, { when: ({ valueOf }) => valueOf(path.by) !== 'customer' });
    pattern(path.time, timeOfDay);
    required(path.why, { when: ({ valueOf }) => valueOf(path.by) !== 'customer' });
    maxLength(path.why, 500);
  });

  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    try {
      await this.move(entry);
    } catch (error) {
      const { code } = problemOf(error);
      if (code === 'changed-meanwhile') this.outdated.emit();
      const path = fieldOfCode[code];
      if (path === undefined) throw problemOfForm(error, { startAt: 'time', at: 'time', on: 'day' });
      throw new ProblemError({ ...problemOf(error), fields: [{ path, code, message: '' }] });
    }
    this.moved.emit({ day: entry.day ?? this.today() });
  });

  constructor() {
    afterNextRender(() => (this.to().day ? this.form.why() : this.form.day()).focusBoundControl());
  }

  ngOnInit(): void {
    const { slotAt, staff } = this.call();
    const [zone, today] = [this.zone(), this.today()];
    const slotDay = slotAt === null ? today : dayIn(slotAt, zone);
    this.entry.set({
      by: 'us',
      day: slotDay > today ? slotDay : addDays(today, 1),
      time: slotAt === null ? '' : formatTime(slotAt, zone),
      ...{ staffId: staff?.id ?? '', why: '' },
      ...this.to(),
    });
  }

  private async move({ day, time, staffId, why }: Entry): Promise<void> {
    const { id, revision, staff, account } = this.call();
    if (day === null) return;
    const at = time && new Date(localInstant(day, minuteOfTime(time) ?? 0, this.zone())).toISOString();
    const said = { name: this.nameOf(account), day: this.format.day(day), time };
    if (this.isOurs()) {
      const other = staffId && staffId !== staff?.id ? { staffId } : {};
      await this.moves.byUs(id, { revision, startAt: at, why, ...other }, said);
    } else await this.moves.forCustomer(id, { revision, on: day, why, ...(at && { at }) }, said);
  }
}
