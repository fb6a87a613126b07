import { Component, computed, inject, input, signal } from '@angular/core';
import type { AppraisalLine, AppraisalRow, FigureSince } from '@forecall/contracts';
import { isWithoutChance } from '@forecall/domain';
import { type FigureAsked, FigureCell, FigureTexts, type FrozenFigure } from '../../figures/index.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { State } from '../../ui/state/state.js';
import type { StateName } from '../../ui/state/glyph.js';
import { AppraisalsClient } from '../appraisals-client.js';
import { fewestShown, injectLineWords } from '../line-words.js';
import { lineScale } from './line-scale.js';

const states: Readonly<Record<AppraisalLine['reading'], StateName>> = {
  ...{ met: 'usual', missed: 'watch', close: 'close', few: 'none', none: 'none' },
};

/** A figure of an appraisal beside its target: as it is now while it is a draft, as it was once it was given. */
@Component({
  selector: 'fc-appraisal-line',
  imports: [FigureCell, State],
  template: `
    @if (line().figure; as figure) {
      <fc-figure-cell
        class="stacked"
        [figure]="figure"
        [question]="question()"
        [of]="row().subject.name"
        [scale]="scale()"
        [mark]="line().indicator.target"
        [fewest]="fewest()"
        [isSample]="isSample()"
        [frozen]="frozen()"
      />
      <p class="row wrap">
        @if (reading(); as said) {
          <fc-state [state]="state()" [label]="said" />
        }
        <span class="small quiet">{{ t('scorecards.target-is', { value: value(line().indicator.target) }) }}</span>
        @if (line().frozen) {
          @if (since(); as found) {
            <span class="small quiet" role="status">{{ now(found) }}</span>
          } @else {
            <button
              type="button"
              class="link-button small"
              [attr.aria-label]="t('appraisals.since.of', { name: name() })"
              (click)="look()"
            >
              {{ t('appraisals.since.act') }}
            </button>
          }
        }
      </p>
    } @else {
      <fc-state state="none" [label]="t('scorecards.not-given')" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      min-width: 0;
    }
    .row {
      gap: 4px 12px;
    }
  `,
})
export class AppraisalLineView {
  protected readonly t = injectTexts();
  private readonly words = injectLineWords();
  private readonly texts = inject(FigureTexts);
  private readonly client = inject(AppraisalsClient);
  private readonly faults = inject(Faults);
  readonly line = input.required<AppraisalLine>();
  readonly row = input.required<AppraisalRow>();
  /** Which of the lines. */
  readonly place = input.required<number>();
  protected readonly since = signal<FigureSince | null>(null);
  protected readonly scale = computed(() => lineScale(this.line()));
  protected readonly state = computed(() => states[this.line().reading]);
  protected readonly fewest = computed(() => fewestShown(this.line(), this.row().kind));
  protected readonly isSample = computed(() => !isWithoutChance(this.line().indicator.metric));
  protected readonly name = computed(() => this.texts.name()(this.line().indicator.metric));
  protected readonly question = computed((): FigureAsked => {
    const { frozen } = this.line();
    const { kind, subject, cycle } = this.row();
    if (!frozen) return { scope: [`${kind}:${subject.id}`], from: cycle.from, to: cycle.to };
    const { scope, from, to } = frozen.question;
    return { scope, from, to };
  });
  protected readonly frozen = computed((): FrozenFigure | null => {
    const { frozen, figure } = this.line();
    return (
      frozen && figure && { at: frozen.at, then: figure, since: () => this.client.since(this.row().id, this.place()) }
    );
  });
  /** Empty: of the very few the figure says so itself. */
  protected readonly reading = computed(() => this.words.reading(this.line(), this.row().kind));

  protected value(value: number | null): string {
    return this.texts.value(this.line().indicator.metric, value);
  }

  protected look(): Promise<void> {
    return this.faults.heed(
      this.client.since(this.row().id, this.place()).then((found) => {
        this.since.set(found);
      }),
    );
  }

  /** "now 86.1%, 3 rows came later, 1 is gone" */
  protected now({ now, came, gone, isSame }: FigureSince): string {
    if (isSame) return this.t('appraisals.since.same');
    const said = [this.t('appraisals.since.now', { value: this.value(now.value) })];
    if (came) said.push(this.t('appraisals.since.came', { count: came }));
    if (gone) said.push(this.t('appraisals.since.gone', { count: gone }));
    return said.join(this.t('ui.list-comma'));
  }
}
