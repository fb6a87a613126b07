import { Component, computed, inject, input, linkedSignal, output, resource } from '@angular/core';
import type { DepartmentEntry, HandedLink, RoleGrant } from '@forecall/contracts';
import { injectPeriodText, phaseOf, type UnitNames } from '../organisation/index.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { ServerClock } from '../platform/live/server-clock.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Dialogs } from '../ui/dialog/dialogs.js';
import { kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import { Panel } from '../ui/panel/panel.js';
import { EmailForm } from './email-form.js';
import { HandedLinkPanel } from './handed-link-panel.js';
import { RoleForm } from './role-form.js';
import { injectRoleText } from './role-text.js';
import { UsersClient } from './users-client.js';

type Task = 'look' | 'give' | 'email' | { readonly handed: HandedLink };

/** One sign-in: its roles over time, and the acts on it. */
@Component({
  selector: 'fc-user-panel',
  imports: [EmailForm, HandedLinkPanel, Load, Panel, Ready, RoleForm, Shape, Skeleton],
  templateUrl: './user-panel.html',
  styleUrl: './user-panel.css',
})
export class UserPanel {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly periodText = injectPeriodText();
  protected readonly roleText = injectRoleText();
  private readonly client = inject(UsersClient);
  private readonly toasts = inject(Toasts);
  private readonly faults = inject(Faults);
  private readonly dialogs = inject(Dialogs);
  private readonly clock = inject(ServerClock);
  readonly id = input.required<string>();
  readonly departments = input.required<readonly DepartmentEntry[]>();
  readonly names = input.required<UnitNames>();
  readonly closed = output();
  /** Reads the list anew; it is called after the undoing too, when this may be gone. */
  readonly changed = input.required<() => void>();

  protected readonly task = linkedSignal({ source: this.id, computation: (): Task => 'look' });
  protected readonly handed = computed(() => {
    const task = this.task();
    return typeof task === 'object' ? task.handed : undefined;
  });
  protected readonly file = kept(resource({ params: this.id, loader: ({ params }) => this.client.file(params) }));
  protected readonly back = (): void => this.task.set('look');

  protected isComing(grant: RoleGrant): boolean {
    return phaseOf(grant, this.clock.now()) === 'coming';
  }

  protected hand(): Promise<void> {
    return this.faults.heed(
      this.client.makeLink(this.id()).then((handed) => {
        this.task.set({ handed });
        this.changed()();
      }),
    );
  }

  protected roleGiven(given: RoleGrant): void {
    this.say('role-given', this.roleText(given, this.names()), () =>
      this.client.endRole(this.id(), given.id, { from: null }),
    );
  }

  protected endRole(grant: RoleGrant): Promise<void> {
    const { role, unitId, to } = grant;
    const until = to === null ? null : this.format.dayOf(to);
    return this.does(
      this.client.endRole(this.id(), grant.id, { from: null }),
      'role-ended',
      this.roleText(grant, this.names()),
      () => this.client.giveRole(this.id(), { role, unitId, from: null, until }),
    );
  }

  protected emailChanged(before: string): void {
    this.say('email-changed', '', async () => {
      const { revision } = await this.client.file(this.id());
      return this.client.changeEmail(this.id(), { email: before, revision });
    });
  }

  protected disable(): Promise<void> {
    return this.does(this.client.disable(this.id()), 'disabled', '', () => this.client.enable(this.id()));
  }

  protected enable(): Promise<void> {
    return this.does(this.client.enable(this.id()), 'enabled', '', () => this.client.disable(this.id()));
  }

  /** What was open on other devices cannot be brought back. */
  protected async signOut(name: string, count: number): Promise<void> {
    const isMeant = await this.dialogs.confirm({
      heading: this.t('users.sign-out.heading', { name }),
      consequence: this.t('users.sign-out.consequence', { count }),
      act: this.t('users.sign-out.act'),
      keep: this.t('users.sign-out.keep'),
    });
    if (isMeant) await this.does(this.client.signOut(this.id()), 'signed-out', '');
  }

  private does(acting: Promise<unknown>, what: string, role: string, takeBack?: () => Promise<unknown>): Promise<void> {
    return this.faults.heed(acting.then(() => this.say(what, role, takeBack)));
  }

  private say(what: string, role: string, takeBack?: () => Promise<unknown>): void {
    const undo = takeBack && (() => this.faults.heed(takeBack()).then(() => this.reload()));
    this.toasts.show({ text: `users.done.${what}`, values: { name: this.file.value()?.name ?? '', role }, undo });
    this.reload();
  }

  private reload(): void {
    this.file.reload();
    this.changed()();
  }
}
