import {
  ApplicationRef,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Field } from '../field/field.js';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icon-paths.js';
import { markMatches } from '../text/match-marks.js';

export interface Suggestion {
  id: string;
  icon?: IconName;
  label: string;
  /** Grey after the label. */
  note?: string;
  /** Grey at the right end. */
  aside?: string;
}

let count = 0;

/**
 * A text box with a list below that follows what is typed: arrows walk, Enter picks, Esc closes. The list opens by typing,
 * a click or the down arrow, not by the focus alone, which would cover what stands below. Stands in a field.
 */
@Component({
  selector: 'fc-type-ahead',
  imports: [Icon],
  templateUrl: './type-ahead.html',
  styleUrl: './type-ahead.css',
})
export class TypeAhead {
  protected readonly field = inject(Field);
  private readonly app = inject(ApplicationRef);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  readonly suggestions = input.required<readonly Suggestion[]>();
  /** What is picked already, as the box shows it. */
  readonly picked = input('');
  /** Shown where nothing matches what was typed. */
  readonly nothing = input('');
  readonly isBusy = input(false, { alias: 'busy' });
  readonly typed = output<string>();
  readonly pick = output<string>();

  protected readonly listId = `type-ahead-${++count}`;
  protected readonly isOpen = signal(false);
  protected readonly text = linkedSignal(this.picked);
  private readonly active = linkedSignal({ source: this.suggestions, computation: () => 0 });
  protected readonly activeIndex = computed(() => Math.min(this.active(), this.suggestions().length - 1));
  protected readonly isEmpty = computed(
    () => this.isOpen() && !this.isBusy() && this.suggestions().length === 0 && this.text().trim() !== '',
  );

  /** Enter was pressed before the answer to what is typed was there. */
  private readonly isPickAsked = signal(false);

  constructor() {
    effect(() => {
      if (!this.isPickAsked() || this.isBusy()) return;
      const [first] = this.suggestions();
      untracked(() => {
        this.isPickAsked.set(false);
        this.choose(first);
      });
    });
  }

  protected optionId = (index: number): string => `${this.listId}-${index}`;
  protected marked = (suggestion: Suggestion) => markMatches(suggestion.label, this.text());

  focus(): void {
    this.box().nativeElement.focus();
    this.box().nativeElement.select();
  }

  protected type(text: string): void {
    this.text.set(text);
    this.isOpen.set(true);
    this.isPickAsked.set(false);
    this.typed.emit(text);
  }

  protected press(event: KeyboardEvent): void {
    // The keys of an input method choose characters, not suggestions; its first press says only "Process".
    if (event.isComposing || event.key === 'Process') return;
    const last = this.suggestions().length - 1;
    if (event.key === 'ArrowDown' && !this.isOpen()) this.isOpen.set(true);
    else if (event.key === 'ArrowDown') this.active.set(Math.min(this.activeIndex() + 1, last));
    else if (event.key === 'ArrowUp') this.active.set(Math.max(this.activeIndex() - 1, 0));
    else if (event.key === 'Enter' && this.isOpen() && !event.ctrlKey && !event.metaKey) this.enter();
    else if (event.key === 'Escape' && this.isOpen()) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * What is shown while the next is looked for fits what was typed before: the first that comes is meant. Enter may also
   * come before the last letter was rendered.
   */
  private enter(): void {
    this.app.tick();
    if (this.isBusy()) this.isPickAsked.set(true);
    else this.choose(this.suggestions()[this.activeIndex()]);
  }

  protected choose(suggestion: Suggestion | undefined): void {
    if (!suggestion) return;
    this.pick.emit(suggestion.id);
    this.close();
  }

  /** What was typed and not picked goes; what was picked stays. */
  protected close(): void {
    this.isOpen.set(false);
    this.isPickAsked.set(false);
    this.text.set(this.picked());
  }
}
