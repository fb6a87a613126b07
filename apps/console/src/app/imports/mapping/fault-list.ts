import { Component, computed, inject, input } from '@angular/core';
import { Texts } from '../../platform/i18n/texts.js';
import type { Definition } from './definition.js';
import { FaultLine } from './fault-line.js';
import { injectMappingWords } from './mapping-words.js';
import { presetFaults, targetOfFault } from './preset-faults.js';

/** Everything that is wrong with a preset, by the names of the form. */
@Component({
  selector: 'fc-fault-list',
  imports: [FaultLine],
  template: `
    @for (one of faults(); track $index) {
      <p>
        @if (one.name; as name) {
          <b>{{ name }}</b>
        } @else {
          <code>{{ one.fault.path }}</code>
        }
        <fc-fault-line [fault]="one.fault" />
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 8px;
    }
    code {
      font-family: var(--fc-font-mono);
      overflow-wrap: anywhere;
    }
  `,
})
export class FaultList {
  private readonly texts = inject(Texts);
  private readonly words = injectMappingWords();
  readonly definition = input.required<Definition>();
  protected readonly faults = computed(() =>
    presetFaults(this.definition()).map((fault) => ({ fault, name: this.nameOf(fault.path) })),
  );

  private nameOf(path: string): string | undefined {
    const target = targetOfFault(this.definition(), { path });
    if (target) return this.words.target(target);
    const key = `mapping.part.${path}`;
    return path === 'unit'
      ? this.texts.say('mapping.group.unit')
      : this.texts.has(key)
        ? this.texts.say(key)
        : undefined;
  }
}
