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
  readonly changed = output();

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

  protected async hand(): Promise<void> {
    const handed = await this.client.makeLink(this.id());
    this.task.set({ handed });
    this.changed.emit();
  }

  protected roleGiven(given: RoleGrant): void {
    this.done('role-given', this.roleText(given, this.names()), () =>
      this.client.endRole(this.id(), given.id, { from: null }),
    );
  }

  protected async endRole(grant: RoleGrant): Promise<void> {
    const { role, unitId, to } = grant;
    await this.client.endRole(this.id(), grant.id, { from: null });
    const until = to === null ? null : this.format.dayOf(to);
    this.done('role-ended', this.roleText(grant, this.names()), () =>
      this.client.giveRole(this.id(), { role, unitId, from: null, until }),
    );
  }

  protected emailChanged(before: string): void {
    this.done('email-changed', '', async () => {
      const { revision } = await this.client.file(this.id());
      return this.client.changeEmail(this.id(), { email: before, revision });
    });
  }

  protected async disable(): Promise<void> {
    await this.client.disable(this.id());
    this.done('disabled', '', () => this.client.enable(this.id()));
  }

  protected async enable(): Promise<void> {
    await this.client.enable(this.id());
    this.done('enabled', '', () => this.client.disable(this.id()));
  }

  /** What was open on other devices cannot be brought back. */
  protected async signOut(name: string, count: number): Promise<void> {
    const isMeant = await this.dialogs.confirm({
      heading: this.t('users.sign-out.heading', { name }),
      consequence: this.t('users.sign-out.consequence', { count }),
      act: this.t('users.sign-out.act'),
      keep: this.t('users.sign-out.keep'),
    });
    if (!isMeant) return;
    await this.client.signOut(this.id());
    this.toasts.show({ text: 'users.done.signed-out', values: { name } });
    this.reload();
  }

  private done(what: string, role: string, takeBack: () => Promise<unknown>): void {
    const undo = async () => {
      try {
        await takeBack();
      } catch (error) {
        this.faults.report(error);
      }
      this.reload();
    };
    this.toasts.show({ text: `users.done.${what}`, values: { name: this.file.value()?.name ?? '', role }, undo });
    this.reload();
  }

  private reload(): void {
    this.file.reload();
    this.changed.emit();
  }
}
