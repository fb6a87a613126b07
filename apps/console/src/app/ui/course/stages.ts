import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon.js';

/** One step of a course. Texts ready to print; the note says when, by whom, or by when. */
export interface Stage {
  id: string;
  name: string;
  note: string;
  state: 'done' | 'now' | 'next';
}

/** The steps of a course in a row: done with a tick, now on accent ground, next in grey. */
@Component({
  selector: 'fc-stages',
  imports: [Icon],
  template: `
    <ol class="card" [style.--count]="stages().length">
      @for (stage of stages(); track stage.id) {
        <li [class]="stage.state" [attr.aria-current]="stage.state === 'now' ? 'step' : null">
          <b>
            @if (stage.state === 'done') {
              <fc-icon name="check" />
            }
            {{ stage.name }}
          </b>
          <small>{{ stage.note }}</small>
        </li>
      }
    </ol>
  `,
  styleUrl: './stages.css',
})
export class Stages {
  readonly stages = input.required<readonly Stage[]>();
}
