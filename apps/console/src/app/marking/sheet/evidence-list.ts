import {
  ChangeDetectorRef,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Icon } from '../../ui/icon/icon.js';
import { MarkingFile } from './marking-file.js';

interface Draft {
  readonly seconds: number;
  readonly text: string;
  readonly link: string;
}

const isLink = (text: string): boolean => text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text));

/** What was seen or heard of an item, with the time of the timer, and where a recording has it. */
@Component({
  selector: 'fc-evidence-list',
  imports: [Icon],
  templateUrl: './evidence-list.html',
  styleUrl: './evidence-list.css',
})
export class EvidenceList {
  protected readonly t = injectTexts();
  protected readonly format = inject(Formats);
  protected readonly file = inject(MarkingFile);
  private readonly changes = inject(ChangeDetectorRef);
  readonly item = input.required<string>();

  private readonly first = viewChild<ElementRef<HTMLInputElement>>('first');
  protected readonly draft = linkedSignal({ source: this.item, computation: (): Draft | null => null });
  protected readonly isBadLink = computed(() => !isLink(this.draft()?.link.trim() ?? ''));
  protected readonly rows = computed(() => this.file.entry().evidence.filter(({ item }) => item === this.item()));

  begin(): void {
    if (!this.file.mayMark()) return;
    this.draft.set({ seconds: this.file.entry().seconds, text: '', link: '' });
    // At once: what is typed next goes there, not to the keys of the page.
    this.changes.detectChanges();
    this.first()?.nativeElement.focus();
  }

  protected write(name: 'text' | 'link', event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.draft.update((draft) => draft && { ...draft, [name]: value });
  }

  protected add(event: Event): void {
    event.preventDefault();
    const draft = this.draft();
    const [text, link] = [draft?.text.trim() ?? '', draft?.link.trim() ?? ''];
    if (!draft || this.isBadLink() || (text === '' && link === '')) return;
    const row = { id: crypto.randomUUID(), item: this.item(), seconds: draft.seconds, text, link };
    this.file.change({ evidence: [...this.file.entry().evidence, row] });
    this.draft.set(null);
  }

  protected remove(id: string): void {
    this.file.change({ evidence: this.file.entry().evidence.filter((row) => row.id !== id) });
  }
}
