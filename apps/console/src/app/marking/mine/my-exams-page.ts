import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ExamCourse } from '@forecall/contracts';
import { shownScore } from '@forecall/domain';
import { Formats } from '../../platform/format/formats.js';
import { injectNameOf } from '../../platform/i18n/name-of.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Session } from '../../platform/session/session.js';
import { Empty } from '../../ui/feedback/empty.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { State } from '../../ui/state/state.js';
import { ExamsClient } from '../exams-client.js';
import { injectSaid } from '../../platform/i18n/said.js';
import { standingOf, standsSince } from './exam-state.js';

/** What one is to mark, and the exams one sits with what came of them. */
@Component({
  selector: 'fc-my-exams-page',
  imports: [Empty, Load, Ready, RouterLink, Shape, Skeleton, State],
  templateUrl: './my-exams-page.html',
  styleUrl: './my-exams-page.css',
})
export class MyExamsPage {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly nameOf = injectNameOf();
  protected readonly format = inject(Formats);
  private readonly client = inject(ExamsClient);
  /** An executive examines, and sits none. */
  private readonly sits = inject(Session).hasRole('rep', 'supervisor', 'head');

  protected readonly read = resource({
    loader: async () => {
      const [open, ahead, signed, gold, goldSigned, own] = await Promise.all([
        this.client.toMark('open'),
        this.client.toMark('ahead'),
        this.client.toMark('signed'),
        this.client.gold('open'),
        this.client.gold('signed', 10),
        this.sits ? this.client.own() : null,
      ]);
      return {
        ...{ open: open.exams, ahead: ahead.exams, signed: signed.exams, own: own?.exams ?? [] },
        ...{ gold: gold.sessions, goldSigned: goldSigned.sessions },
      };
    },
  });
  protected readonly all = computed(() => (this.read.hasValue() ? this.read.value() : null));
  /** What can be marked now, and what is to come. */
  protected readonly toMark = computed(() =>
    [
      { id: 'to-mark', exams: this.all()?.open ?? [] },
      { id: 'ahead', exams: this.all()?.ahead ?? [] },
    ].filter(({ exams }) => exams.length > 0),
  );
  protected readonly isEmpty = computed(() => Object.values(this.all() ?? {}).every(({ length }) => length === 0));
  protected readonly standing = standingOf;

  /** What the candidate is still to do: it waits for them. */
  protected waits(exam: ExamCourse): boolean {
    const { state, acceptedAt, dispute } = exam;
    return state === 'settled' && acceptedAt === null && dispute === null && this.stoodSince(exam) === null;
  }

  protected stoodSince(exam: ExamCourse): string | null {
    return standsSince(exam, this.format.today());
  }

  protected score({ score }: ExamCourse): string {
    return score === null ? '' : shownScore(score);
  }
}
