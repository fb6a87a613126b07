import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  roleNames,
  userStates,
  type HandedLink,
  type InvitedUser,
  type UserEntry,
  type UserQuery,
} from '@forecall/contracts';
import { unitNames } from '../organisation/index.js';
import { OrganisationClient } from '../organisation/organisation-client.js';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Filter } from '../ui/choice/filter.js';
import { Empty } from '../ui/feedback/empty.js';
import { kept } from '../ui/feedback/kept.js';
import { SearchBox } from '../ui/field/search-box.js';
import { ListWithPanel } from '../ui/panel/list-with-panel.js';
import { listPages } from '../ui/table/list-pages.js';
import { Cell, Table, type Column } from '../ui/table/table.js';
import { HandedLinkPanel } from './handed-link-panel.js';
import { InviteForm } from './invite-form.js';
import { injectRoleText } from './role-text.js';
import { UserPanel } from './user-panel.js';
import { UsersClient } from './users-client.js';

/** What the address does not hold comes as undefined. */
const orEmpty = (given: string | undefined) => given ?? '';
const roleOf = (given: string | undefined) => roleNames.find((role) => role === given) ?? '';
const stateOf = (given: string | undefined) => userStates.find((state) => state === given) ?? 'all';

/** Who may sign in, as what, and how to let somebody in. */
@Component({
  selector: 'fc-users-page',
  imports: [Cell, Empty, Filter, HandedLinkPanel, InviteForm, ListWithPanel, RouterLink, SearchBox, Table, UserPanel],
  templateUrl: './users-page.html',
})
export class UsersPage {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly roleText = injectRoleText();
  private readonly client = inject(UsersClient);
  private readonly organisation = inject(OrganisationClient);
  private readonly router = inject(Router);
  /** The address holds what is shown. */
  readonly user = input<string>();
  readonly search = input('', { transform: orEmpty });
  readonly role = input('', { transform: roleOf });
  readonly state = input('all', { transform: stateOf });

  protected readonly isNew = signal(false);
  protected readonly handed = signal<{ link: HandedLink; name: string } | null>(null);
  private readonly structure = kept(resource({ loader: () => this.organisation.structure({ closed: 'yes' }) }));
  private readonly departments = computed(() => this.structure.value()?.departments ?? []);
  protected readonly openDepartments = computed(() =>
    this.departments()
      .filter(({ to }) => to === null)
      .map((one) => ({ ...one, teams: one.teams.filter(({ to }) => to === null) })),
  );
  protected readonly names = unitNames(this.departments);

  private readonly query = computed((): Partial<UserQuery> => {
    const role = this.role();
    return { search: this.search(), state: this.state(), ...(role === '' ? {} : { role }) };
  });
  protected readonly pages = listPages(this.query, (query) =>
    this.client.page(query).then(({ users, next, total }) => ({ rows: users, next, total })),
  );
  protected readonly total = computed(() => this.pages.first.value()?.total ?? 0);

  protected readonly columns = computed((): Column<UserEntry>[] => [
    { id: 'name', label: this.t('organisation.staff.name') },
    { id: 'roles', label: this.t('users.roles'), text: (one) => this.rolesOf(one) },
    { id: 'state', label: this.t('users.state.label') },
    { id: 'seen', label: this.t('users.last-seen'), text: (one) => this.seen(one), isWideOnly: true },
  ]);
  protected readonly idOf = (one: UserEntry): string => one.id;
  protected readonly roleOptions = computed(() => [
    { value: '' as const, label: this.t('users.any') },
    ...roleNames.map((value) => ({ value, label: this.t(`role.${value}`) })),
  ]);
  protected readonly stateOptions = computed(() => [
    { value: 'all' as const, label: this.t('users.any') },
    ...userStates.map((value) => ({ value, label: this.t(`users.state.${value}`) })),
  ]);

  constructor() {
    useKeys('page.users', [{ press: 'n', name: 'users.invite', act: () => this.begin() }]);
  }

  protected narrow(change: { search?: string; role?: string; state?: string }): void {
    const given = Object.fromEntries(
      Object.entries(change).map(([name, value]) => [name, value === 'all' ? null : value || null]),
    );
    void this.router.navigate([], { queryParams: given, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected begin(): void {
    void this.show(null);
    this.isNew.set(true);
  }

  protected invited({ user, link }: InvitedUser): void {
    this.isNew.set(false);
    this.handed.set({ link, name: user.name });
    this.changed();
  }

  protected show(user: string | null): Promise<boolean> {
    this.isNew.set(false);
    this.handed.set(null);
    return this.router.navigate([], { queryParams: { user }, queryParamsHandling: 'merge' });
  }

  protected readonly changed = (): void => {
    this.pages.reload();
  };

  private rolesOf({ roles }: UserEntry): string {
    const words = roles.map((grant) => this.roleText(grant, this.names));
    return words.length > 0 ? words.join(this.t('ui.list-comma')) : this.t('users.no-role');
  }

  private seen({ lastSeenAt, state }: UserEntry): string {
    if (lastSeenAt !== null) return this.format.dayTime(lastSeenAt);
    return state === 'invited' ? this.t('users.never') : this.t('users.not-signed-in');
  }
}
