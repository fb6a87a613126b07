import { ApplicationRef, resource, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { kept } from './kept.js';

describe('a list that keeps its last answer', () => {
  const settled = () => TestBed.inject(ApplicationRef).whenStable();

  function ask() {
    const asked = signal('first');
    const answers = new Map<string, (answer: string) => void>();
    const list = TestBed.runInInjectionContext(() =>
      kept(
        resource({
          params: asked,
          loader: ({ params }) => new Promise<string>((resolve) => answers.set(params, resolve)),
        }),
      ),
    );
    const answer = async (question: string) => {
      TestBed.tick();
      answers.get(question)?.(`answer to ${question}`);
      await settled();
    };
    return { asked, list, answer };
  }

  it('has none before the first has come', () => {
    const { list } = ask();
    expect([list.hasValue(), list.value()]).toEqual([false, undefined]);
  });

  it('shows the last one while the next is on its way, then the next', async () => {
    const { asked, list, answer } = ask();
    await answer('first');
    expect(list.value()).toBe('answer to first');
    asked.set('second');
    TestBed.tick();
    expect([list.status(), list.hasValue(), list.value()]).toEqual(['loading', true, 'answer to first']);
    await answer('second');
    expect(list.value()).toBe('answer to second');
  });

  it('is asked again when what it shows changed while it was on its way', async () => {
    const answers: ((answer: string) => void)[] = [];
    const loader = () => new Promise<string>((resolve) => answers.push(resolve));
    const list = TestBed.runInInjectionContext(() => kept(resource({ loader })));
    TestBed.tick();
    list.reload();
    answers[0]?.('of before');
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    answers[1]?.('of after');
    await settled();
    expect([list.value(), answers.length]).toEqual(['of after', 2]);
  });
});
