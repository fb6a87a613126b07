import { Component, computed, effect, inject, resource, signal, untracked } from '@angular/core';
import { form, FormField, maxLength, validate } from '@angular/forms/signals';
import type { ComplaintForm } from '@forecall/contracts';
import { injectUnitName } from '../organisation/index.js';
import { problemOf } from '../platform/http/problem-error.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Toasts } from '../platform/notice/toasts.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Field } from '../ui/field/field.js';
import { Input } from '../ui/field/input.js';
import { sendsForm } from '../ui/field/send-form.js';
import { CardForm } from '../ui/panel/card-form.js';
import { ComplaintFormClient } from './complaint-form-client.js';

/** Opens and closes the public form, says where it is received and how it begins. */
@Component({
  selector: 'fc-complaint-form-page',
  imports: [CardForm, Field, FormField, Input, Load, Ready, Shape, Skeleton],
  templateUrl: './complaint-form-page.html',
})
export class ComplaintFormPage {
  protected readonly t = injectTexts();
  protected readonly unitName = injectUnitName();
  private readonly client = inject(ComplaintFormClient);
  private readonly toasts = inject(Toasts);
  protected readonly address = new URL('/complain', location.origin).href;

  protected readonly settings = kept(resource({ loader: () => this.client.read() }));
  protected readonly structure = resource({ loader: () => this.client.structure() });
  protected readonly departments = computed(() =>
    this.structure.hasValue() ? this.structure.value().departments : [],
  );
  private readonly entry = signal({ isOpen: false, handlingDepartmentId: '', introEn: '', introZh: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    maxLength(path.introEn, 1000);
    maxLength(path.introZh, 1000);
    validate(path.handlingDepartmentId, ({ value, valueOf }) =>
      valueOf(path.isOpen) && value() === '' ? { kind: 'required' } : undefined,
    );
  });

  protected readonly send = sendsForm(this.form, this.failure, async (entry) => {
    const before = this.settings.value();
    if (!before) return;
    try {
      const after = await this.client.change(asked(entry, before.revision));
      this.toasts.show({
        text: after.isOpen ? 'complaint-form.opened' : 'complaint-form.closed',
        undo: () => this.undo(before, after.revision),
      });
    } catch (error) {
      if (problemOf(error).code === 'revised-meanwhile') this.settings.reload();
      throw error;
    }
    this.form().reset();
    this.settings.reload();
  });

  constructor() {
    effect(() => {
      const settings = this.settings.value();
      if (!settings) return;
      untracked(() => {
        if (!this.form().dirty()) this.entry.set(shown(settings));
      });
    });
  }

  private async undo(before: ComplaintForm, revision: number): Promise<void> {
    try {
      await this.client.change(asked(shown(before), revision));
    } catch (error) {
      this.failure.set(error);
    }
    this.form().reset();
    this.settings.reload();
  }
}

const shown = ({ isOpen, handlingDepartment, introEn, introZh }: ComplaintForm) => ({
  ...{ isOpen, introEn, introZh },
  handlingDepartmentId: handlingDepartment?.id ?? '',
});

const asked = ({ handlingDepartmentId, ...entry }: ReturnType<typeof shown>, revision: number) => ({
  ...entry,
  revision,
  handlingDepartmentId: handlingDepartmentId || null,
});
