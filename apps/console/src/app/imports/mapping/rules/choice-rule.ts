import { Component, computed, input } from '@angular/core';
import { at, isRecord } from '../definition.js';
import { Rule } from './rule.js';

interface Word {
  readonly word: string;
  readonly count: number | null;
  readonly is: string;
}

/** What each word of the column means. */
@Component({
  selector: 'fc-choice-rule',
  template: `
    <table class="small">
      <thead>
        <tr>
          <th scope="col">{{ t('mapping.choice.word') }}</th>
          <th scope="col" class="number">{{ t('mapping.choice.count') }}</th>
          <th scope="col">{{ t('mapping.choice.means') }}</th>
        </tr>
      </thead>
      <tbody>
        @for (one of words(); track one.word) {
          <tr>
            <td>{{ one.word === '' ? t('mapping.choice.blank') : one.word }}</td>
            <td class="number">{{ one.count ?? '' }}</td>
            <td>
              <select
                class="input"
                #box
                [attr.aria-label]="t('mapping.choice.word-means', { word: one.word })"
                (change)="set(['words', one.word], box.value)"
              >
                <option value="" [selected]="one.is === ''">{{ t('mapping.choice.unsaid') }}</option>
                @for (member of members(); track member) {
                  <option [value]="member" [selected]="member === one.is">{{ label()(member) }}</option>
                }
              </select>
            </td>
          </tr>
        }
        <tr>
          <td colspan="2">{{ t('mapping.choice.others') }}</td>
          <td>
            <select
              class="input"
              #rest
              [attr.aria-label]="t('mapping.choice.others')"
              (change)="set(['otherwise'], rest.value)"
            >
              <option value="" [selected]="text('otherwise') === ''">{{ t('mapping.refused') }}</option>
              @for (member of members(); track member) {
                <option [value]="member" [selected]="member === text('otherwise')">{{ label()(member) }}</option>
              }
            </select>
          </td>
        </tr>
      </tbody>
    </table>
    <form class="row" (submit)="$event.preventDefault(); add(more)">
      <input class="input" type="text" autocomplete="off" #more [attr.aria-label]="t('mapping.choice.another')" />
      <button type="submit" class="button small">{{ t('mapping.choice.add') }}</button>
    </form>
  `,
  styles: `
    :host(.rule-fields) {
      display: block;
      gap: 6px;
    }
    td {
      padding: 2px 10px 2px 0;
    }
    .number {
      text-align: end;
    }
    form {
      max-width: 320px;
    }
  `,
})
export class ChoiceRule extends Rule {
  readonly members = input.required<readonly string[]>();
  readonly label = input.required<(member: string) => string>();
  private readonly said = computed(() => {
    const words = at(this.source(), ['words']);
    return isRecord(words) ? words : {};
  });
  protected readonly words = computed((): Word[] => {
    const { words, blankShare } = this.column();
    const found = words.map(({ word, count }) => ({ word, count }));
    const blank = blankShare > 0 && !found.some(({ word }) => word === '') ? [{ word: '', count: null }] : [];
    const others = Object.keys(this.said())
      .filter((word) => word !== '' && !found.some((one) => one.word === word))
      .map((word) => ({ word, count: null }));
    return [...found, ...blank, ...others].map((one) => ({ ...one, is: this.text('words', one.word) }));
  });

  protected add(box: HTMLInputElement): void {
    const word = box.value.trim();
    const [first] = this.members();
    if (word === '' || word in this.said()) return;
    this.set(['words', word], first);
    box.value = '';
  }
}
