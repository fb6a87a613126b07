import {
  afterNextRender,
  ApplicationRef,
  Component,
  DestroyRef,
  ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../icon/icon.js';

/**
 * What one looks at or fills in beside a list: in `.with-panel` at its right, over it where there is no room. Takes
 * the focus when it opens, a form's first field with it, and gives it back when it closes; Esc closes, but never while
 * something typed would be lost.
 */
@Component({
  selector: 'fc-panel',
  imports: [Icon],
  templateUrl: './panel.html',
  styleUrl: './panel.css',
  host: { role: 'complementary', '[attr.aria-labelledby]': 'titleId', '(keydown.escape)': 'escape($event)' },
})
export class Panel {
  protected readonly t = injectTexts();
  private readonly application = inject(ApplicationRef);
  readonly heading = input.required<string>();
  /** Something typed is not sent yet. */
  readonly isDirty = input(false);
  readonly closed = output();
  protected readonly titleId = `panel-${++count}`;
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  constructor() {
    const opener = document.activeElement;
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      if (host.contains(document.activeElement)) return;
      // On a touch screen a field would bring up its keyboard over the form.
      const field = matchMedia('(pointer: coarse)').matches ? null : host.querySelector<HTMLElement>(firstField);
      (field ?? this.title().nativeElement).focus({ preventScroll: true });
    });
    inject(DestroyRef).onDestroy(() => {
      const isLost = document.activeElement === document.body || host.contains(document.activeElement);
      if (isLost && opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    });
  }

  protected escape(event: Event): void {
    if (event.defaultPrevented) return;
    // What was typed in this moment is known to the form only.
    this.application.tick();
    if (this.isDirty()) return;
    event.preventDefault();
    this.closed.emit();
  }
}

const firstField = 'form :is(input, select, textarea)';
let count = 0;
