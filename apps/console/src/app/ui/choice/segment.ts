import { afterRenderEffect, Component, ElementRef, inject, input, model } from '@angular/core';

export interface Option<T extends string = string> {
  value: T;
  label: string;
}

let count = 0;

/** One of a few views, side by side. Native radio buttons: one stop for Tab, arrows choose. Where it scrolls, what is chosen is in sight. */
@Component({
  selector: 'fc-segment',
  template: `
    @for (option of options(); track option.value) {
      <label [attr.lang]="lang()?.(option.value)">
        <input
          type="radio"
          class="visually-hidden"
          [name]="name"
          [value]="option.value"
          [checked]="option.value === value()"
          (change)="value.set(option.value)"
        />
        <span>{{ option.label }}</span>
      </label>
    }
  `,
  styleUrl: './segment.css',
  host: { role: 'radiogroup', '[attr.aria-label]': 'label()' },
})
export class Segment<T extends string> {
  readonly label = input.required<string>();
  readonly options = input.required<readonly Option<T>[]>();
  readonly value = model.required<T>();
  /** For options written in other languages than the page. */
  readonly lang = input<(value: T) => string>();
  protected readonly name = `segment-${++count}`;

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterRenderEffect(() => {
      const at = this.options().findIndex(({ value }) => value === this.value());
      const chosen = host.children[at];
      if (chosen) host.scrollLeft += middleOf(chosen) - middleOf(host);
    });
  }
}

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
