import { CdkMenu, CdkMenuItem } from '@angular/cdk/menu';
import { Component, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MenuAnchor } from './menu-anchor.js';
import { Menus } from './menus.js';

let picked = 0;

@Component({
  imports: [CdkMenu, CdkMenuItem, MenuAnchor],
  template: `
    <fc-menu-anchor [panel]="panel" />
    <ng-template #panel>
      <div cdkMenu>
        <button type="button" cdkMenuItem (cdkMenuItemTriggered)="pick()">Sign out</button>
      </div>
    </ng-template>
  `,
})
class TwoLines {
  pick(): void {
    picked += 1;
  }
}

const item = () => document.querySelector<HTMLElement>('[role=menuitem]');
const settle = async () => {
  TestBed.tick();
  await new Promise((resolve) => setTimeout(resolve, 5));
  TestBed.tick();
};

async function open(load: () => Promise<Type<unknown>> = () => Promise.resolve(TwoLines)) {
  document.body.innerHTML = '<button id="own">Own</button>';
  const button = document.getElementById('own')!;
  button.focus();
  const menus = TestBed.inject(Menus);
  await menus.open(button, load);
  await settle();
  return { button, menus };
}

describe('a menu', () => {
  it('opens at its button with the focus on its first line, and once', async () => {
    const { button, menus } = await open();
    expect(document.activeElement).toBe(item());
    expect(button.ariaExpanded).toBe('true');
    await menus.open(button, () => Promise.resolve(TwoLines));
    await settle();
    expect(document.querySelectorAll('[role=menu]')).toHaveLength(1);
  });

  it('gives the focus back when Esc closes it', async () => {
    const { button } = await open();
    item()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', keyCode: 27, bubbles: true }));
    await settle();
    expect(item()).toBeNull();
    expect(document.activeElement).toBe(button);
    expect(button.ariaExpanded).toBe('false');
    expect(document.querySelector('fc-menu-anchor')).toBeNull();
  });

  it('does what was picked, and closes', async () => {
    picked = 0;
    await open();
    item()?.click();
    await settle();
    expect(picked).toBe(1);
    expect(item()).toBeNull();
  });

  it('can be tried again when it could not be loaded', async () => {
    const { button } = await open();
    item()?.click();
    await settle();
    await expect(TestBed.inject(Menus).open(button, () => Promise.reject(new Error('offline')))).rejects.toThrow(
      'offline',
    );
    await TestBed.inject(Menus).open(button, () => Promise.resolve(TwoLines));
    await settle();
    expect(item()).not.toBeNull();
  });
});
