import { Component, effect, inject, resource, signal, untracked } from '@angular/core';
import { form, FormField, max, min, required, validate } from '@angular/forms/signals';
import type { DutySetting } from '@forecall/contracts';
import { problemOf } from '../../platform/http/problem-error.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Field } from '../../ui/field/field.js';
import { Input } from '../../ui/field/input.js';
import { sendsForm } from '../../ui/field/send-form.js';
import { CardForm } from '../../ui/panel/card-form.js';
import { DutySettingClient } from './duty-setting-client.js';

/** 90 days, as the API allows. */
const mostHours = 2160;

/** How long after it was due a duty goes up to the supervisor, and how long after that to the head. */
@Component({
  selector: 'fc-going-up-form',
  imports: [CardForm, Field, FormField, Input, Load, Ready, Shape, Skeleton],
  templateUrl: './going-up-form.html',
  styles: `
    .hours {
      max-width: 120px;
    }
  `,
})
export class GoingUpForm {
  protected readonly t = injectTexts();
  private readonly client = inject(DutySettingClient);
  private readonly toasts = inject(Toasts);

  protected readonly setting = kept(resource({ loader: () => this.client.read() }));
  private readonly entry = signal({ supervisorAfterHours: 0, headAfterHours: 24 });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    for (const field of [path.supervisorAfterHours, path.headAfterHours]) {
      required(field);
      min(field, 0);
      max(field, mostHours);
    }
    validate(path.headAfterHours, ({ value, valueOf }) =>
      value() < valueOf(path.supervisorAfterHours) ? { kind: 'head-before-supervisor' } : undefined,
    );
  });

  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const before = this.setting.value();
    if (!before) return;
    try {
      const { revision } = await this.client.change({ ...inMinutes(entry), revision: before.revision });
      this.toasts.show({ text: 'calendars.done.going-up', undo: () => this.undo({ ...before, revision }) });
    } catch (error) {
      if (problemOf(error).code === 'revised-meanwhile') this.showAnew();
      throw error;
    }
    this.showAnew();
  });

  constructor() {
    effect(() => {
      const setting = this.setting.value();
      if (!setting) return;
      untracked(() => {
        if (!this.form().dirty()) this.entry.set(inHours(setting));
      });
    });
  }

  private async undo(before: DutySetting): Promise<void> {
    this.failure.set(null);
    await this.client.change(before).catch((error: unknown) => this.failure.set(error));
    this.showAnew();
  }

  private showAnew(): void {
    this.form().reset();
    this.setting.reload();
  }
}

/** People say hours where the setting says minutes. */
const inHours = ({ supervisorAfterMinutes, headAfterMinutes }: DutySetting) => ({
  supervisorAfterHours: supervisorAfterMinutes / 60,
  headAfterHours: headAfterMinutes / 60,
});

const inMinutes = ({ supervisorAfterHours, headAfterHours }: ReturnType<typeof inHours>) => ({
  supervisorAfterMinutes: Math.round(supervisorAfterHours * 60),
  headAfterMinutes: Math.round(headAfterHours * 60),
});
