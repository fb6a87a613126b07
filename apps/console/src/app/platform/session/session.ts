import { computed, inject, Service, signal } from '@angular/core';
import type { LocaleName, Me, RoleName, SignInRequest } from '@forecall/contracts';
import { problemOf } from '../http/problem-error.js';
import { SessionEnd } from '../http/session-end.js';
import { Locale } from '../i18n/locale.js';
import { ServerClock } from '../live/server-clock.js';
import { PageLoad } from '../page/page-load.js';
import { SessionClient } from './session-client.js';

/** Who is signed in. Null while nobody is; a session is asked for once and then kept up to date by what it causes. */
@Service()
export class Session {
  private readonly client = inject(SessionClient);
  private readonly locale = inject(Locale);
  private readonly clock = inject(ServerClock);
  private readonly pageLoad = inject(PageLoad);
  private readonly current = signal<Me | null>(null);
  private readonly firstBuild = signal<string | null>(null);
  private asked: Promise<Me | null> | undefined;

  readonly me = this.current.asReadonly();
  readonly roles = computed<ReadonlySet<RoleName>>(() => new Set(this.me()?.grants.map((grant) => grant.role)));
  /** The server is of another release than the one that served this page. */
  readonly isOutdated = computed(() => {
    const build = this.me()?.build;
    return build !== undefined && this.firstBuild() !== null && build !== this.firstBuild();
  });

  constructor() {
    inject(SessionEnd).announced.subscribe(() => {
      this.expire();
    });
  }

  hasRole(...roles: readonly RoleName[]): boolean {
    return roles.some((role) => this.roles().has(role));
  }

  /** Who is signed in, asking the server the first time; null for nobody. Throws where the server cannot be asked. */
  load(): Promise<Me | null> {
    this.asked ??= this.ask();
    return this.asked;
  }

  /** Asks again, after a lost connection: grants, build, even the user (by another tab) may have changed. */
  async refresh(): Promise<void> {
    const before = this.current();
    if (!before) return;
    const me = await this.client.me();
    if (me.signInId === before.signInId) await this.accept(me);
    else this.pageLoad.goTo('/');
  }

  async signIn(request: SignInRequest): Promise<void> {
    await this.accept(await this.client.signIn(request));
  }

  /** Takes over a session that another request began: a one-time link that was redeemed. */
  async accept(me: Me): Promise<void> {
    this.clock.observe(me.serverTime);
    if (this.firstBuild() === null) this.firstBuild.set(me.build);
    const isNew = this.current()?.signInId !== me.signInId;
    this.current.set(me);
    this.asked = Promise.resolve(me);
    if (isNew) await this.locale.follow(me.locale);
  }

  async chooseLocale(name: LocaleName): Promise<void> {
    await this.locale.choose(name);
    const me = this.current();
    if (!me) return;
    await this.client.setLocale(name);
    this.current.set({ ...me, locale: name });
  }

  /** Leaves by loading the page anew, so that nothing of this user stays in memory for the next. */
  async signOut(): Promise<void> {
    await this.client.signOut();
    this.current.set(null);
    this.pageLoad.goTo('/sign-in');
  }

  private expire(): void {
    if (!this.current()) return;
    this.current.set(null);
    this.pageLoad.goTo(`/sign-in?ended=1&next=${encodeURIComponent(this.pageLoad.path())}`);
  }

  private async ask(): Promise<Me | null> {
    try {
      const me = await this.client.me();
      await this.accept(me);
      return me;
    } catch (error) {
      if (problemOf(error).code === 'signed-out') return null;
      this.asked = undefined;
      throw error;
    }
  }
}
