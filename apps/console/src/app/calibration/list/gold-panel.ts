import { Component, computed, inject, input, output, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { GoldSessionDetail } from '@forecall/contracts';
import { injectSaid } from '../../exam-papers/index.js';
import { Formats } from '../../platform/format/formats.js';
import { injectTexts } from '../../platform/i18n/texts.js';
import { Faults } from '../../platform/notice/faults.js';
import { Toasts } from '../../platform/notice/toasts.js';
import { Dialogs } from '../../ui/dialog/dialogs.js';
import { kept } from '../../ui/feedback/kept.js';
import { Load, Ready, Shape } from '../../ui/feedback/load.js';
import { Skeleton } from '../../ui/feedback/skeleton.js';
import { Panel } from '../../ui/panel/panel.js';
import { State } from '../../ui/state/state.js';
import { CalibrationClient } from '../calibration-client.js';

/** One gold session: what is marked, and who has signed. What they gave nobody sees before it is closed. */
@Component({
  selector: 'fc-gold-panel',
  imports: [Load, Panel, Ready, RouterLink, Shape, Skeleton, State],
  templateUrl: './gold-panel.html',
  styleUrl: './gold-panel.css',
})
export class GoldPanel {
  protected readonly t = injectTexts();
  protected readonly said = injectSaid();
  protected readonly format = inject(Formats);
  private readonly client = inject(CalibrationClient);
  private readonly dialogs = inject(Dialogs);
  private readonly faults = inject(Faults);
  private readonly toasts = inject(Toasts);
  readonly id = input.required<string>();
  readonly closed = output();
  readonly changing = output<GoldSessionDetail>();
  readonly changed = output();

  protected readonly found = kept(
    resource({ params: () => ({ id: this.id() }), loader: ({ params: { id } }) => this.client.one(id) }),
  );
  protected readonly one = computed(() => this.found.value());

  protected async close({ id, name, revision, asked, signed }: GoldSessionDetail): Promise<void> {
    const isMeant = await this.dialogs.confirm({
      heading: this.t('calibration.close.heading', { name }),
      consequence: this.t('calibration.close.consequence', { count: asked - signed }),
      act: this.t('calibration.close.act'),
      keep: this.t('calibration.close.keep'),
    });
    if (!isMeant) return;
    await this.faults.heed(
      this.client.close(id, revision).then(() => {
        this.toasts.show({ text: 'calibration.was.closed', values: { name } });
        this.found.reload();
        this.changed.emit();
      }),
    );
  }
}
