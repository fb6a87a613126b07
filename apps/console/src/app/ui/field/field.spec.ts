import { provideHttpClient } from '@angular/common/http';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { ProblemError, readProblem } from '../../platform/http/problem-error.js';
import { Texts } from '../../platform/i18n/texts.js';
import { provideTextsForTest } from '../../testing/texts.js';
import { Field } from './field.js';
import { Input } from './input.js';
import { PasswordInput } from './password-input.js';
import { sendsForm } from './send-form.js';

@Component({
  imports: [Field, FormField, Input, PasswordInput],
  template: `
    <fc-field label="Name" hint="As on the badge"><input fcInput [formField]="form.name" /></fc-field>
    <fc-password new label="Password" [formField]="form.password" />
  `,
})
class Page {
  readonly entry = signal({ name: '', password: '' });
  readonly failure = signal<unknown>(null);
  readonly form = form(this.entry, (path) => {
    required(path.name);
    maxLength(path.name, 10);
    minLength(path.password, 12);
  });
  sent: unknown[] = [];
  refusal: Error | undefined;
  readonly send = sendsForm(this.form, this.failure, async (value) => {
    this.sent.push(value);
    if (this.refusal) throw this.refusal;
  });
}

async function open() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideTextsForTest({
        en: { ui: { 'at-most': 'at most {{ count }}' } },
        'problem/en': {
          field: { required: 'missing', minLength: 'at least {{ minLength }}', taken: 'taken', invalid: '?' },
        },
      }),
    ],
  });
  await TestBed.inject(Texts).use('en');
  const fixture = TestBed.createComponent(Page);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const [name, password] = element.querySelectorAll('input');
  const type = async (input: HTMLInputElement, value: string) => {
    input.value = value;
    input.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const describedBy = (input: HTMLInputElement) =>
    (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent.trim());
  return { page: fixture.componentInstance, fixture, name: name!, password: password!, type, describedBy };
}

describe('a field', () => {
  it('is called by its label and described by its hint', async () => {
    const { name, describedBy, fixture } = await open();
    expect((fixture.nativeElement as HTMLElement).querySelector('label')?.htmlFor).toBe(name.id);
    expect(describedBy(name)).toEqual(['As on the badge']);
    expect(name.getAttribute('aria-required')).toBe('true');
  });

  it('says what is wrong once it was left, not before', async () => {
    const { name, describedBy, fixture } = await open();
    expect(name.getAttribute('aria-invalid')).toBeNull();
    name.dispatchEvent(new Event('blur'));
    await fixture.whenStable();
    expect(name.getAttribute('aria-invalid')).toBe('true');
    expect(describedBy(name)).toEqual(['missing', 'As on the badge']);
  });

  it('waits while a button is pressed, which would move away under the pointer', async () => {
    const { name, fixture } = await open();
    window.dispatchEvent(new Event('pointerdown'));
    name.dispatchEvent(new Event('blur'));
    await fixture.whenStable();
    expect(name.getAttribute('aria-invalid')).toBeNull();
    window.dispatchEvent(new Event('pointerup'));
    await fixture.whenStable();
    expect(name.getAttribute('aria-invalid')).toBe('true');
  });

  it('names the limit that was missed, at a password too', async () => {
    const { password, type, describedBy, fixture } = await open();
    await type(password, 'short');
    password.dispatchEvent(new Event('blur'));
    await fixture.whenStable();
    expect(describedBy(password)).toEqual(['at least 12']);
  });

  it('says how many characters it takes once it holds as many, by hand or by the form', async () => {
    const { page, name, type, fixture } = await open();
    const said = () => (fixture.nativeElement as HTMLElement).querySelector('[role="status"]')?.textContent;
    await type(name, 'Liu Yanxi');
    expect(said()).toBeUndefined();
    await type(name, 'Liu Yanxia');
    expect(said()).toBe('at most 10');
    page.form.name().value.set('Liu');
    await fixture.whenStable();
    expect(said()).toBeUndefined();
  });
});

describe('a form', () => {
  it('is not sent while a field is wrong, and leads to the first such field', async () => {
    const { page, name, fixture } = await open();
    expect(await page.send()).toBe(false);
    await fixture.whenStable();
    expect(page.sent).toEqual([]);
    expect(document.activeElement).toBe(name);
  });

  it('shows what the server says of a field at the field', async () => {
    const { page, name, type, describedBy, fixture } = await open();
    await type(name, 'Liu Yan');
    page.refusal = new ProblemError(
      readProblem(409, { code: 'name-taken', status: 409, fields: [{ path: 'name', code: 'taken', message: 'x' }] }),
    );
    expect(await page.send()).toBe(false);
    await fixture.whenStable();
    expect(describedBy(name)).toEqual(['taken', 'As on the badge']);
    expect(page.failure()).toBeNull();
  });

  it('gives every other refusal to the page, and goes when sent again', async () => {
    const { page, name, type } = await open();
    await type(name, 'Liu Yan');
    page.refusal = new ProblemError(readProblem(503, null));
    expect(await page.send()).toBe(false);
    expect(page.failure()).toBe(page.refusal);
    page.refusal = undefined;
    expect(await page.send()).toBe(true);
    expect(page.failure()).toBeNull();
    expect(page.sent).toHaveLength(2);
  });
});
