import { Directive, input, output } from '@angular/core';
import type { ImportColumn } from '@forecall/contracts';
import { injectTexts } from '../../../platform/i18n/texts.js';
import { at, put, textOf, type Path } from '../definition.js';

/** What every editor of a rule has: how a field reads its column, the columns of the file, and the rule as changed. */
@Directive({ host: { class: 'rule-fields' } })
export abstract class Rule {
  protected readonly t = injectTexts();
  readonly source = input.required<unknown>();
  readonly column = input.required<ImportColumn>();
  readonly columns = input.required<readonly ImportColumn[]>();
  readonly changed = output<unknown>();

  protected text(...path: Path): string {
    return textOf(at(this.source(), path));
  }

  /** What is empty is left out. */
  protected set(path: Path, value: unknown): void {
    const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
    this.changed.emit(put(this.source(), path, isEmpty ? undefined : value));
  }
}
