import { Component, input, output } from '@angular/core';
import { Load, Ready, Shape, type Loaded } from '../feedback/load.js';
import { Skeleton } from '../feedback/skeleton.js';
import { KeyCaps } from '../keys/key-caps.js';

/**
 * A page that lists things and opens a form or one of them beside the list. Projected are what narrows the list
 * (`atHead`), its `fc-table` (or `inList`), the `fc-empty` in its place, and last the panel.
 */
@Component({
  selector: 'fc-list-with-panel',
  imports: [KeyCaps, Load, Ready, Shape, Skeleton],
  templateUrl: './list-with-panel.html',
})
export class ListWithPanel {
  /** What is listed, for readers: "Tokens". */
  readonly label = input.required<string>();
  readonly of = input.required<Loaded>();
  /** "The tokens could not be loaded" */
  readonly failed = input.required<string>();
  readonly isEmpty = input.required<boolean>();
  /** There is a panel beside the list. */
  readonly isOpen = input.required<boolean>();
  /** What the page is opened to do, begun by N as well: "New token". None where `fc-empty` has it, or nobody may. */
  readonly act = input<string>();
  readonly begun = output();
}
