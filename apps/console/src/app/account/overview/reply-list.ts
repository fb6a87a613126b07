import { Component, inject, input } from '@angular/core';
import type { AccountSurveys } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts, Texts } from '../../platform/i18n/texts.js';
import { ReplyLines } from '../../surveys/index.js';

export type AccountReply = AccountSurveys['replies'][number];

/** What people of an account answered, the last first: each by what it says in one line, then all that was told. */
@Component({
  selector: 'fc-reply-list',
  imports: [ReplyLines],
  template: `
    <ul>
      @for (reply of replies(); track reply.askId) {
        <li>
          <b>{{ saysOf(reply) }}</b>
          <span class="small quiet">{{ whose(reply) }} · {{ formOf(reply) }}</span>
          @if (reply.lines.length > 0) {
            <fc-reply-lines [lines]="reply.lines" />
          } @else if (reply.text && reply.askId !== quotedAskId()) {
            <span class="text">{{ reply.text }}</span>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 10px;
      padding: 6px 0;
      align-items: baseline;
    }
    fc-reply-lines,
    .text {
      flex-basis: 100%;
    }
    .text {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class ReplyList {
  private readonly t = injectTexts();
  private readonly nameOf = injectNameOf();
  private readonly format = inject(Formats);
  private readonly locale = inject(Texts).locale;
  readonly replies = input.required<readonly AccountReply[]>();
  /** The one whose words stand elsewhere already. */
  readonly quotedAskId = input<string>();
  /** All are of one person, who is named above. */
  readonly isOfOne = input(false);

  protected whose({ at, person }: AccountReply): string {
    const when = this.format.date(at);
    return person && !this.isOfOne() ? this.t('account.gaps.by', { name: this.nameOf(person), when }) : when;
  }

  protected formOf({ form }: AccountReply): string {
    return this.locale() === 'zh' ? form.nameZh : form.nameEn;
  }

  /** Its measure, or how many dimensions fall short. */
  protected saysOf({ scores }: AccountReply): string {
    const measure = scores.find(({ kind }) => kind !== 'item');
    if (measure) {
      const most = measure.kind === 'nps' ? measure.scale - 1 : measure.scale;
      return this.t(`account.gaps.kind.${measure.kind}`, { score: `${measure.score} / ${most}` });
    }
    const of = (side: string) =>
      new Map(
        scores.flatMap(({ item, score }) => (item?.endsWith(side) ? [[item.slice(0, -side.length), score]] : [])),
      );
    const [expected, perceived] = [of('-expectation'), of('-perception')];
    const short = [...expected].filter(([dimension, score]) => (perceived.get(dimension) ?? score) < score).length;
    return this.t('account.gaps.short', { count: short, of: this.format.count(expected.size) });
  }
}
