import { DIALOG_DATA } from '@angular/cdk/dialog';
import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { form, FormField, minLength, required } from '@angular/forms/signals';
import { v7 as uuid } from 'uuid';
import { Formats } from '../../../platform/format/formats.js';
import { injectNameOf } from '../../../platform/i18n/name-of.js';
import { injectTexts } from '../../../platform/i18n/texts.js';
import { Drawer } from '../../../ui/drawer/drawer.js';
import { Drawers } from '../../../ui/drawer/drawers.js';
import { Load, Ready, Shape } from '../../../ui/feedback/load.js';
import { Skeleton } from '../../../ui/feedback/skeleton.js';
import { Field } from '../../../ui/field/field.js';
import { Input } from '../../../ui/field/input.js';
import { sendsForm } from '../../../ui/field/send-form.js';
import { PanelForm } from '../../../ui/panel/panel-form.js';
import { type CustomerKind, MergingClient, type Side } from './merging-client.js';
import { OtherCustomer } from './other-customer.js';
import { contactsOf, phonesOf, sideRows, type SideWords } from './side-rows.js';

export interface Merged {
  readonly mergeId: string;
  readonly keptId: string;
  /** By their names. */
  readonly gone: string;
  readonly kept: string;
  readonly contacts: number;
}

/** What is compared: the one on the desk, and another; null: it is still to be found. */
export interface Comparison {
  readonly kind: CustomerKind;
  readonly id: string;
  /** The one on the desk, or whose person is. */
  readonly accountId: string;
  readonly otherId: string | null;
  readonly merged: (merged: Merged) => unknown;
}

/** Two that may be the same, side by side: which one stays, and why they are one. */
@Component({
  selector: 'fc-merge-drawer',
  imports: [Drawer, Field, FormField, Input, Load, OtherCustomer, PanelForm, Ready, Shape, Skeleton],
  templateUrl: './merge-drawer.html',
  styleUrl: './merge-drawer.css',
})
export class MergeDrawer {
  protected readonly t = injectTexts();
  protected readonly nameOf = injectNameOf();
  private readonly format = inject(Formats);
  private readonly client = inject(MergingClient);
  private readonly drawers = inject(Drawers);
  protected readonly of = inject<Comparison>(DIALOG_DATA);

  protected readonly otherId = signal(this.of.otherId);
  protected readonly both = resource({
    params: () => this.otherId() ?? undefined,
    loader: ({ params }): Promise<[Side, Side]> =>
      Promise.all([this.client.side(this.of.kind, this.of.id), this.client.side(this.of.kind, params)]),
  });
  protected readonly sides = computed((): readonly Side[] => (this.both.hasValue() ? this.both.value() : []));
  protected readonly rows = computed(() => (this.both.hasValue() ? sideRows(this.words, this.both.value()) : []));

  private readonly entry = signal({ keptId: this.of.id, why: '' });
  protected readonly failure = signal<unknown>(null);
  protected readonly form = form(this.entry, (path) => {
    required(path.why);
    minLength(path.why, 3);
  });
  private readonly goneId = computed(() => {
    const { keptId } = this.entry();
    return keptId === this.of.id ? this.otherId() : this.of.id;
  });
  /** Of its own for everything that would be another merge. */
  private readonly key = linkedSignal({
    source: () => ({ ...this.entry(), goneId: this.goneId() }),
    computation: () => uuid(),
  });

  protected readonly send = sendsForm(this.form, this.failure, async ({ keptId, why }) => {
    const goneId = this.goneId();
    if (goneId === null) return;
    const { mergeId, contacts } = await this.client.merge(this.of.kind, goneId, { into: keptId, why }, this.key());
    const [gone, kept] = [this.nameById(goneId), this.nameById(keptId)];
    this.drawers.close();
    this.of.merged({ mergeId, keptId, gone, kept, contacts });
  });

  protected keep(id: string): void {
    this.form.keptId().value.set(id);
  }

  protected close(): void {
    this.drawers.close();
  }

  private nameById(id: string): string {
    const side = this.sides().find(({ one }) => one.id === id);
    return side ? this.nameOf(side.one) : '';
  }

  private readonly words: SideWords = {
    number: (side) => (side.kind === 'account' ? side.one.number : side.one.account.number),
    name: ({ one }) => one.name,
    'name-zh': ({ one }) => one.nameZh ?? '',
    industry: (side) => (side.kind === 'account' ? side.one.industry : ''),
    'care-class': (side) => {
      const careClass = side.kind === 'account' ? side.one.careClass : null;
      return careClass ? this.t(`desk.class.${careClass}`) : '';
    },
    'in-care': (side) => (side.kind === 'account' ? (side.one.repInCare?.name ?? '') : ''),
    position: (side) => (side.kind === 'person' ? side.one.position : ''),
    phones: (side) => phonesOf(side).join('\n'),
    email: (side) => (side.kind === 'person' ? (side.one.email ?? '') : ''),
    people: (side) => {
      if (side.kind === 'person') return '';
      const names = side.one.people.slice(0, 4).map((person) => this.nameOf(person));
      return [this.format.count(side.one.people.length), ...names].join('\n');
    },
    contacts: (side) => {
      const { count, mayBeMore, lastAt } = contactsOf(side);
      const shown = this.t(mayBeMore ? 'desk.same.or-more' : 'desk.same.number', { count: this.format.count(count) });
      return lastAt === null ? shown : `${shown}\n${this.t('desk.same.last', { date: this.format.date(lastAt) })}`;
    },
    'open-complaints': ({ history }) => this.format.count(history.openComplaints.length),
  };
}
