import { Component, computed, effect, inject, resource, signal, untracked } from '@angular/core';
import { form, FormField, pattern, required } from '@angular/forms/signals';
import type { NotificationSettings as Settings } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { NotificationsClient } from './notifications-client.js';

type Kind = Settings['kinds'][number];

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Of what one is told at the bell and by mail, and when not. A tick counts at once. */
@Component({
  selector: 'fc-notification-settings',
  imports: [Field, FormField, Input, Load, Ready, Shape, Skeleton],
  templateUrl: './notification-settings.html',
  styleUrl: './notification-settings.css',
})
export class NotificationSettings {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  private readonly client = inject(NotificationsClient);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);

  protected readonly found = kept(resource({ loader: () => this.client.settings() }));
  protected readonly failure = signal<unknown>(null);
  private readonly hours = signal({ begins: '', ends: '' });
  protected readonly form = form(this.hours, (path) => {
    required(path.begins);
    required(path.ends);
    pattern(path.begins, timeOfDay);
    pattern(path.ends, timeOfDay);
  });
  protected readonly quiet = computed(() => this.found.value()?.quiet ?? null);

  constructor() {
    effect(() => {
      const quiet = this.quiet();
      untracked(() => this.hours.set({ begins: quiet?.begins ?? '20:00', ends: quiet?.ends ?? '08:00' }));
    });
  }

  protected async tick(one: Kind, by: 'bell' | 'mail'): Promise<void> {
    await this.faults.heed(this.client.change({ kinds: [{ ...one, [by]: !one[by] }] }));
    this.found.reload();
  }

  protected readonly send = sendsForm(this.form, this.failure, async (hours) => {
    await this.client.change({ quiet: { ...hours, zone: this.quiet()?.zone ?? this.format.zone() } });
    this.toasts.show({ text: 'own.quiet-set', values: hours });
    this.found.reload();
  });

  protected async switchOff(): Promise<void> {
    const before = this.quiet();
    await this.faults.heed(
      this.client.change({ quiet: null }).then(() =>
        this.toasts.show({
          text: 'own.quiet-off',
          undo: () => this.client.change({ quiet: before }).then(() => this.found.reload()),
        }),
      ),
    );
    this.found.reload();
  }
}
