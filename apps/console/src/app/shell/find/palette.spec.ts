import { DialogRef } from '@angular/cdk/dialog';
import { provideHttpClient } from '@angular/common/http';
import { Service } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { provideTextsForTest } from '../../testing/texts.js';
import { provideFindSource, type FindHit, type FindSource } from '../../ui/find/find-source.js';
import { Palette } from './palette.js';
import { ranked } from './rank.js';

const done: string[] = [];

@Service()
class Screens implements FindSource {
  readonly title = 'screens';
  find(typed: string): FindHit[] {
    return ranked([hit('Board'), hit('Desk'), hit('Audit')], typed);
  }
}

@Service()
class Acts implements FindSource {
  readonly title = 'acts';
  async find(typed: string): Promise<FindHit[]> {
    return ranked([{ id: 'dark', icon: 'moon', label: 'Dark theme', act: () => done.push('dark') }], typed);
  }
}

const asked: { typed: string; signal: AbortSignal }[] = [];

@Service()
class Accounts implements FindSource {
  readonly title = 'accounts';
  readonly isFar = true;
  async find(typed: string, signal: AbortSignal): Promise<FindHit[]> {
    if (typed === '' || typed === 'zzz') return [];
    asked.push({ typed, signal });
    return [{ id: `account:${typed}`, icon: 'account', label: `Account ${typed}`, link: '/desk?account=1' }];
  }
}

const hit = (label: string): FindHit => ({ id: label, icon: 'board', label, link: `/${label.toLowerCase()}` });

async function open() {
  const wentTo: string[] = [];
  const close = jest.fn();
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideTextsForTest(),
      provideFindSource(async () => Screens),
      provideFindSource(async () => Acts),
      provideFindSource(async () => Accounts),
      { provide: DialogRef, useValue: { close } },
      { provide: Router, useValue: { navigateByUrl: (url: string) => wentTo.push(url) } },
    ],
  });
  const fixture = TestBed.createComponent(Palette);
  const element = fixture.nativeElement as HTMLElement;
  Element.prototype.scrollIntoView = () => undefined;
  await fixture.whenStable();
  const box = element.querySelector('input')!;
  const type = async (text: string) => {
    box.value = text;
    box.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve, 250));
    await fixture.whenStable();
  };
  const press = async (key: string, init: KeyboardEventInit = {}) => {
    box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
    await fixture.whenStable();
  };
  const shown = () => [...element.querySelectorAll('[role=option]')].map((one) => one.textContent.trim());
  const active = () =>
    element.querySelector(`#${box.getAttribute('aria-activedescendant') ?? 'none'}`)?.textContent.trim();
  return { element, box, type, settle, press, shown, active, wentTo, close };
}

describe('the palette', () => {
  beforeEach(() => {
    localStorage.clear();
    done.length = 0;
    asked.length = 0;
  });

  it('offers everything before one types, and what answers after', async () => {
    const { shown, type, element } = await open();
    expect(shown()).toEqual(['Board', 'Desk', 'Audit', 'Dark theme']);
    await type('d');
    expect(shown()[0]).toBe('Desk');
    await type('zzz');
    expect(shown()).toEqual([]);
    expect(element.querySelector('[role=status]')?.textContent).toContain('find.nothing');
  });

  it('is walked by the arrows, round its ends, and opened by Enter', async () => {
    const { press, active, wentTo, close } = await open();
    expect(active()).toBe('Board');
    await press('ArrowUp');
    expect(active()).toBe('Dark theme');
    await press('ArrowDown');
    await press('ArrowDown');
    expect(active()).toBe('Desk');
    await press('Enter');
    expect(wentTo).toEqual(['/desk']);
    expect(close).toHaveBeenCalled();
  });

  it('does an act', async () => {
    const { type, press, wentTo } = await open();
    await type('dark');
    await press('Enter');
    expect(done).toEqual(['dark']);
    expect(wentTo).toEqual([]);
  });

  it('asks the server when typing pauses, below what is at hand, and cancels what is asked no more', async () => {
    const { type, settle, shown } = await open();
    const typing = [type('b'), type('bo'), type('boa')];
    await Promise.all(typing);
    await settle();
    expect(asked.map(({ typed }) => typed)).toEqual(['boa']);
    expect(shown()).toEqual(['Board', 'Account boa']);
    await type('boar');
    await settle();
    expect(asked.map(({ typed }) => typed)).toEqual(['boa', 'boar']);
  });

  it('looks for nothing while an input method composes, and for the word when it is there', async () => {
    const { box, settle, shown } = await open();
    box.value = 'hai';
    box.dispatchEvent(new InputEvent('input', { isComposing: true }));
    await settle();
    expect(asked).toEqual([]);
    box.value = '海港';
    box.dispatchEvent(new CompositionEvent('compositionend'));
    await settle();
    expect(shown()).toEqual(['Account 海港']);
  });

  it('leaves Enter to the input method while a word is composed', async () => {
    const { press, wentTo } = await open();
    await press('Enter', { isComposing: true });
    expect(wentTo).toEqual([]);
  });

  it('shows what was chosen last first, once', async () => {
    const first = await open();
    await first.type('audit');
    await first.press('Enter');
    const again = await open();
    expect(again.shown()).toEqual(['Audit', 'Board', 'Desk', 'Dark theme']);
  });
});
