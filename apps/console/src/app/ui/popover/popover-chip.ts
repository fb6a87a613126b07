import { CdkTrapFocus } from '@angular/cdk/a11y';
import { NgTemplateOutlet } from '@angular/common';
import { CdkConnectedOverlay, CdkOverlayOrigin, type ConnectedPosition } from '@angular/cdk/overlay';
import {
  Component,
  contentChild,
  Directive,
  ElementRef,
  inject,
  input,
  model,
  TemplateRef,
  viewChild,
} from '@angular/core';
import { Icon } from '../icon/icon.js';
import type { IconName } from '../icon/icon-paths.js';

/** What a chip opens; made when it opens. */
@Directive({ selector: 'ng-template[fcInside]' })
export class Inside {
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}

/** "name value" on a chip that opens what it is chosen by. Closing gives the focus back. */
@Component({
  selector: 'fc-popover-chip',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, CdkTrapFocus, Icon, NgTemplateOutlet],
  template: `
    <button
      #button
      #origin="cdkOverlayOrigin"
      cdkOverlayOrigin
      type="button"
      class="button chip"
      aria-haspopup="dialog"
      [class.set]="isSet()"
      [attr.aria-expanded]="isOpen()"
      (click)="isOpen.set(!isOpen())"
    >
      @if (icon(); as sign) {
        <fc-icon [name]="sign" />
      }
      <span [class.faint]="word()">{{ name() }}</span>
      @if (word(); as text) {
        <b class="clip">{{ text }}</b>
      }
      @if (icon() !== 'plus') {
        <fc-icon name="down" />
      }
    </button>
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOrigin]="origin"
      [cdkConnectedOverlayOpen]="isOpen()"
      [cdkConnectedOverlayPositions]="positions"
      [cdkConnectedOverlayPush]="true"
      [cdkConnectedOverlayHasBackdrop]="true"
      cdkConnectedOverlayBackdropClass="cdk-overlay-transparent-backdrop"
      (backdropClick)="close()"
      (detach)="isOpen.set(false)"
    >
      <div
        class="menu inside"
        role="dialog"
        aria-modal="true"
        tabindex="-1"
        cdkTrapFocus
        cdkTrapFocusAutoCapture
        [attr.aria-label]="name()"
        (keydown.escape)="escape($event)"
      >
        <ng-container [ngTemplateOutlet]="inside().template" />
      </div>
    </ng-template>
  `,
  styleUrl: './popover-chip.css',
})
export class PopoverChip {
  readonly name = input.required<string>();
  /** The value; without one the chip is for adding something. */
  readonly word = input('');
  readonly icon = input<IconName>();
  /** The value was chosen, and is not what stands there anyhow. */
  readonly isSet = input(false, { alias: 'set' });
  readonly isOpen = model(false, { alias: 'open' });
  protected readonly inside = contentChild.required(Inside);
  private readonly button = viewChild.required<ElementRef<HTMLElement>>('button');
  protected readonly positions: ConnectedPosition[] = [
    { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 4 },
    { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 4 },
  ];

  close(): void {
    this.isOpen.set(false);
    this.button().nativeElement.focus();
  }

  protected escape(event: Event): void {
    if (event.defaultPrevented) return;
    event.stopPropagation();
    event.preventDefault();
    this.close();
  }
}
