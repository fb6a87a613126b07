import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HolidaysForm, WeekForm } from '../../calendars/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready } from '../../ui/feedback/load.js';
import { SetUpClient } from '../set-up-client.js';

const owned = { owner: 'organisation', ownerId: null } as const;

/** The working hours of the company, and the holidays of its country. */
@Component({
  selector: 'fc-hours-step',
  imports: [HolidaysForm, Load, Ready, RouterLink, WeekForm],
  templateUrl: './hours-step.html',
  styleUrl: './step.css',
})
export class HoursStep {
  protected readonly t = injectTexts();
  private readonly client = inject(SetUpClient);
  readonly changed = input.required<() => void>();
  protected readonly owned = owned;
  protected readonly name = computed(() => this.session.me()?.organisation.name ?? '');
  private readonly session = inject(Session);
  private readonly thisYear = new Date().getFullYear();
  protected readonly years = [this.thisYear, this.thisYear + 1];
  /** The year whose holidays are chosen, or the week; null: nothing is open. */
  protected readonly open = signal<number | 'week' | null>(null);
  protected readonly calendars = kept(resource({ loader: () => this.client.calendars() }));
  protected readonly calendar = computed(() => this.calendars.value()?.organisation ?? null);
  protected readonly openYear = computed(() => {
    const open = this.open();
    return typeof open === 'number' ? open : null;
  });

  protected readonly again = () => {
    this.calendars.reload();
    this.changed()();
  };
}
