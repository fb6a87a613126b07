import { Component, computed, ElementRef, inject, resource, signal, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ImportPresetEntry } from '@forecall/contracts';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Deletions } from '../../platform/notice/deletions.js';
import { keep } from '../../platform/storage/stored-json.js';
import { Banner } from '../../ui/feedback/banner.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready } from '../../ui/feedback/load.js';
import { Icon } from '../../ui/icon/icon.js';
import { Cell, Table, type Column } from '../../ui/table/table.js';
import { ImportsTabs } from '../imports-tabs.js';
import { PresetsClient } from '../presets-client.js';
import { presetDraft } from './preset-draft.js';
import { presetIn } from './versions-of-preset.js';

/** How files are read: the presets that come with the program, and one's own. */
@Component({
  selector: 'fc-presets-page',
  imports: [Banner, Cell, Icon, ImportsTabs, Load, Ready, RouterLink, Table],
  templateUrl: './presets-page.html',
})
export class PresetsPage {
  protected readonly t = injectTexts();
  private readonly format = inject(Formats);
  private readonly client = inject(PresetsClient);
  private readonly deletions = inject(Deletions);
  private readonly router = inject(Router);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  protected readonly presets = kept(resource({ loader: () => this.client.list() }));
  protected readonly rows = computed(() => this.presets.value() ?? []);
  protected readonly isNoPreset = signal(false);
  protected readonly columns = computed((): Column<ImportPresetEntry>[] => [
    { id: 'title', label: this.t('imports.presets.title') },
    { id: 'name', label: this.t('imports.presets.name'), text: ({ name }) => name, isWideOnly: true },
    { id: 'changed', label: this.t('imports.presets.changed'), text: (one) => this.changedText(one), isWideOnly: true },
    { id: 'acts', label: this.t('imports.presets.acts'), isHeadHidden: true, isNumber: true },
  ]);
  protected readonly idOf = ({ name }: ImportPresetEntry): string => name;

  protected async choose(): Promise<void> {
    const box = this.box().nativeElement;
    const [file] = box.files ?? [];
    const text = file && (await file.text());
    box.value = '';
    const definition = text === undefined ? undefined : presetIn(text);
    this.isNoPreset.set(text !== undefined && definition === undefined);
    if (!definition) return;
    keep('local', presetDraft('new'), definition);
    await this.router.navigate(['/imports/presets/new']);
  }

  protected async copy({ definition, name, title }: ImportPresetEntry): Promise<void> {
    const copied = {
      ...definition,
      name: `${name.slice(0, 54)}-copy`,
      title: this.t('imports.presets.copy-of', { title }),
    };
    keep('local', presetDraft('new'), copied);
    await this.router.navigate(['/imports/presets/new']);
  }

  protected export({ name, definition }: ImportPresetEntry): void {
    const address = URL.createObjectURL(
      new Blob([`${JSON.stringify(definition, null, 2)}\n`], { type: 'application/json' }),
    );
    const link = Object.assign(document.createElement('a'), { href: address, download: `${name}.json` });
    link.click();
    URL.revokeObjectURL(address);
  }

  protected remove({ name, title, definition }: ImportPresetEntry): Promise<void> {
    return this.deletions.does(this.client.remove(name), {
      ...{ text: 'imports.presets.done.removed', name: title },
      back: () => this.client.save(name, definition, 0),
      changed: () => this.presets.reload(),
    });
  }

  private changedText({ changedAt, changedBy, isShipped }: ImportPresetEntry): string {
    if (isShipped || changedAt === null) return this.t('imports.presets.shipped');
    return this.t('imports.presets.changed-by', { name: changedBy ?? '–', when: this.format.dayTime(changedAt) });
  }
}
