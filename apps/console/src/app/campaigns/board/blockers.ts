import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Coverage, CoveredPerson } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { State } from '../../ui/state/state.js';
import { type Block, blocksOf, peopleOf, reachOf } from './coverage-sums.js';
import { StandingMark } from './standing-mark.js';

/** Some of a block, by what is said of them alike: "From Tue 24 Nov". */
interface Part {
  readonly said: string;
  /** What is waited for is in the exam itself: names lead there. */
  readonly isInExam: boolean;
  readonly people: readonly CoveredPerson[];
}

const mostNames = 12;

/** Who has not passed, by what stands in the way, the most pressing first; and whether all can by the last day. */
@Component({
  selector: 'fc-blockers',
  imports: [RouterLink, StandingMark, State],
  templateUrl: './blockers.html',
  styleUrl: './blockers.css',
})
export class Blockers {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  readonly coverage = input.required<Coverage>();
  readonly open = output<CoveredPerson>();
  /** These of them. */
  readonly book = output<string[]>();
  protected readonly mayBook = computed(() => {
    const { mayLead, state } = this.coverage().campaign;
    return mayLead && state === 'running';
  });
  protected readonly blocks = computed(() =>
    blocksOf(peopleOf(this.coverage())).map((block) => ({ ...block, parts: this.partsOf(block) })),
  );
  protected readonly left = computed(() => this.blocks().reduce((sum, { people }) => sum + people.length, 0));
  private readonly reach = computed(() => reachOf(this.coverage(), (at) => this.format.dayOf(at)));
  protected readonly verdict = computed(() => this.reach().verdict);
  protected readonly reached = computed(() => {
    const { verdict, except } = this.reach();
    const day = this.format.day(this.coverage().campaign.endsOn);
    const names = except.map(({ staff }) => staff.name).join(this.t('ui.list-comma'));
    const isFor = except.length > 0 && (verdict === 'reachable' || verdict === 'too-slow');
    return this.t(`campaigns.reach.${verdict}`, { day }) + (isFor ? this.t('campaigns.reach.except', { names }) : '');
  });
  protected readonly pace = computed(() => {
    const { exams, aWeek, people: count, booked, verdict } = this.reach();
    if (verdict !== 'reachable' && verdict !== 'too-slow') return '';
    const [first = 0, second = 0, third = 0, fourth = 0] = this.coverage().recentWeeks;
    return this.t('campaigns.reach.pace', {
      exams,
      aWeek,
      booked,
      people: this.t('campaigns.people', { count }),
      first,
      second,
      third,
      fourth,
    });
  });
  protected readonly mostNames = mostNames;

  protected bookAll({ people }: Block): void {
    this.book.emit(people.map(({ candidateId }) => candidateId));
  }

  private partsOf({ standing, people }: Block): Part[] {
    if (standing === 'resit' || standing === 'absent') {
      const { today } = this.coverage();
      const of = ({ mayFrom, isOutOfAttempts, untilOn }: CoveredPerson) =>
        isOutOfAttempts
          ? this.t('campaigns.blocks.used-up')
          : mayFrom !== null && mayFrom > today
            ? this.t('campaigns.blocks.from', { day: this.format.day(mayFrom) })
            : untilOn !== null
              ? this.t('campaigns.blocks.until', { day: this.format.day(untilOn) })
              : this.t('campaigns.blocks.now');
      return partsBy(people.toSorted(byFirstDay), of);
    }
    if (standing === 'booked') return partsBy(people.toSorted(byStart), (person) => this.bookedPart(person), isMarked);
    return partsBy(
      people,
      () => this.t(`campaigns.blocks.${standing}`),
      ({ standing: now }) => now === 'disputed',
    );
  }

  private bookedPart({ startsAt, examState }: CoveredPerson): string {
    if (examState === 'second' || examState === 'head') return this.t(`campaigns.blocks.${examState}`);
    if (startsAt === null) return this.t('campaigns.blocks.marked');
    const isOver = this.format.dayOf(startsAt) < this.coverage().today;
    return isOver
      ? this.t('campaigns.blocks.to-mark', { day: this.format.date(startsAt) })
      : this.format.date(startsAt);
  }
}

const byStart = (a: CoveredPerson, b: CoveredPerson) => (a.startsAt ?? '').localeCompare(b.startsAt ?? '');
const byFirstDay = (a: CoveredPerson, b: CoveredPerson) => (a.mayFrom ?? '').localeCompare(b.mayFrom ?? '');

const isMarked = ({ examState }: CoveredPerson): boolean => examState === 'second' || examState === 'head';

function partsBy(
  people: readonly CoveredPerson[],
  said: (person: CoveredPerson) => string,
  isInExam: (person: CoveredPerson) => boolean = () => false,
): Part[] {
  return [...Map.groupBy(people, said)].map(([text, some]) => ({
    ...{ said: text, people: some },
    isInExam: some.every(isInExam),
  }));
}
