import { inject, Service } from '@angular/core';
import { dimensionName, metricName, type Problem } from '@forecall/contracts';
import type { MetricId } from '@forecall/domain';
import { Formats } from '../format/formats.js';
import { Texts, type TextValues } from '../i18n/texts.js';
import { problemOf } from './problem-error.js';

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T.*Z$/;

/** What a problem says to a person, by its code, in their language. */
@Service()
export class ProblemTexts {
  private readonly texts = inject(Texts);
  private readonly format = inject(Formats);

  /** The sentence for anything that was thrown. */
  sentence(error: unknown): string {
    const problem = problemOf(error);
    const values = { status: problem.status, ...this.valuesOf(problem) };
    const key = `problem.${problem.code}`;
    if (this.isKnown(key)) return this.texts.say(key, values);
    const path = problem.fields?.[0]?.path;
    return (path !== undefined && this.ofField(problem, path)) || this.texts.say('problem.unexpected', values);
  }

  /** The sentence beside one field, or undefined if the problem does not name it. */
  ofField(problem: Problem | undefined, path: string): string | undefined {
    const field = problem?.fields?.find((one) => one.path === path);
    if (!problem || !field) return undefined;
    const key = `problem.field.${field.code}`;
    return this.texts.say(this.isKnown(key) ? key : 'problem.field.invalid', this.valuesOf(problem));
  }

  private isKnown(key: string): boolean {
    return this.texts.has(key) || this.texts.has(`${key}.other`);
  }

  /** Days and instants come as in a calendar; the one number of a problem ("12 minutes") chooses between one and many. */
  private valuesOf(problem: Problem): TextValues {
    const values = Object.entries(problem.values ?? {}).map(([name, value]): [string, string | number] => {
      if (typeof value !== 'string') return [name, value];
      return [name, day.test(value) ? this.format.day(value) : instant.test(value) ? this.momentText(value) : value];
    });
    if (problem.code === 'metric-not-by') return this.named(values);
    const count = values.find(([, value]) => typeof value === 'number');
    return Object.fromEntries(count ? [['count', count[1]], ...values] : values);
  }

  /** The beginning of a day is said by the day. */
  private momentText(at: string): string {
    return this.format.time(at) === '00:00' ? this.format.date(at) : this.format.dateTime(at);
  }

  /** Metrics and what they are broken down by have names of their own. */
  private named(values: readonly [string, string | number][]): TextValues {
    const locale = this.texts.locale();
    return Object.fromEntries(
      values.map(([name, value]) => {
        const id = String(value);
        return [name, name === 'by' ? dimensionName(id)[locale] : metricName(id as MetricId, undefined)[locale]];
      }),
    );
  }
}
