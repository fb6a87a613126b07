import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { ComplaintDetail, ComplaintTimeLine } from '@forecall/contracts';
import { Formats } from '../platform/format/formats.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Segment } from '../ui/choice/segment.js';
import { Entry, TimeLine } from '../ui/course/time-line.js';
import type { Kept } from '../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../ui/feedback/load.js';
import { Skeleton } from '../ui/feedback/skeleton.js';
import type { IconName } from '../ui/icon/icon-paths.js';
import { LineMore } from './line/line-more.js';
import { LineWhat } from './line/line-what.js';
import { isOwnerChange, itemsOn, type LineItem, lineItems, type Side } from './time-line-items.js';

const channelIcons: Record<string, IconName> = {
  phone: 'phone',
  email: 'mail',
  chat: 'chat',
  message: 'chat',
  visit: 'people',
  letter: 'letter',
  form: 'form',
};
const stepIcons: Record<string, IconName> = {
  received: 'flag',
  acknowledged: 'answer',
  assessed: 'pen',
  investigated: 'search',
  answered: 'mail',
  decided: 'check',
  closed: 'lock',
  reopened: 'refresh',
  analysed: 'chart',
};

/** All that happened with a complaint, the newest on top. */
@Component({
  selector: 'fc-complaint-time-line',
  imports: [Entry, LineMore, LineWhat, Load, Ready, Segment, Shape, Skeleton, TimeLine],
  templateUrl: './complaint-time-line.html',
  styleUrl: './complaint-time-line.css',
})
export class ComplaintTimeLineCard {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly complaint = input.required<ComplaintDetail>();
  readonly line = input.required<Kept<ComplaintTimeLine>>();
  /** Something was told in it. */
  readonly changed = output();

  protected readonly side = signal<Side>('all');
  protected readonly sides = computed(() =>
    (['all', 'customer', 'inside'] as const).map((value) => ({ value, label: this.t(`complaint-page.side.${value}`) })),
  );
  protected readonly items = computed(() => {
    const line = this.line().value();
    return line ? itemsOn(lineItems(this.complaint(), line), this.side()) : [];
  });

  protected readonly names = computed(() => this.line().value()?.names ?? {});

  protected iconOf(item: LineItem): IconName {
    const { channel } = this.complaint();
    switch (item.kind) {
      case 'step': {
        const { step, toCustomer } = item.step;
        if (step === 'received') return channelIcons[channel] ?? 'flag';
        return toCustomer ? (channelIcons[toCustomer.channel] ?? 'mail') : (stepIcons[step] ?? 'clock');
      }
      case 'note':
        return item.note.channel ? (channelIcons[item.note.channel] ?? 'chat') : 'pen';
      case 'contact':
        return channelIcons[item.contact.channel] ?? 'chat';
      case 'paused':
        return 'pause';
      case 'resumed':
        return 'play';
      case 'merged':
      case 'repeat':
        return 'link';
      case 'change':
        return isOwnerChange(item) ? 'person' : 'pen';
      default:
        return 'right';
    }
  }

  protected keyOf = (item: LineItem, index: number): string => `${item.kind} ${item.at} ${index}`;
}
