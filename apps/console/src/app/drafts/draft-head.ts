import { Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import type { VersionName } from '@forecall/contracts';
import { ProblemTexts } from '../platform/http/problem-texts.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { useKeys } from '../platform/keys/keys.js';
import { Faults } from '../platform/notice/faults.js';
import { Dialogs } from '../ui/dialog/dialogs.js';
import { Banner } from '../ui/feedback/banner.js';
import { KeyCaps } from '../ui/keys/key-caps.js';
import type { ListedDocument } from './document-list.js';
import type { DraftFile } from './draft-file.js';
import { injectVersionName } from './version-name.js';

/**
 * The head of a document: its name, what became of the draft, its versions, and what can be done with them. The version
 * that is looked at stands in the address.
 */
@Component({
  selector: 'fc-draft-head',
  imports: [Banner, KeyCaps],
  templateUrl: './draft-head.html',
  styles: `
    .title {
      gap: 4px;
    }
    .title h2 {
      font-size: 20px;
      line-height: 28px;
    }
    .bad {
      color: var(--fc-alarm-text);
    }
    fc-banner {
      margin-bottom: 14px;
    }
    @media (max-width: 640px) {
      .acts {
        width: 100%;
      }
      .acts > *,
      .acts select {
        flex: 1 1 auto;
      }
    }
  `,
})
export class DraftHead {
  protected readonly t = injectTexts();
  protected readonly versionName = injectVersionName();
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly faults = inject(Faults);
  private readonly problems = inject(ProblemTexts);
  readonly title = input.required<string>();
  readonly file =
    input.required<
      Pick<
        DraftFile<{ versions: readonly VersionName[] }, VersionName & { revision: number }, unknown>,
        'detail' | 'version' | 'saved' | 'failure' | 'saveNow' | 'workOn' | 'drop' | 'takeTheirs'
      >
    >();
  readonly document = input.required<Pick<ListedDocument, 'published' | 'draft'>>();
  readonly mayChange = input.required<boolean>();
  /** What keeps it from being published, once it was to be. */
  readonly missing = input.required<number>();
  /** It is to be published. */
  readonly published = output();

  protected readonly isWritable = computed(() => this.mayChange() && this.file().version()?.publishedAt === null);
  protected readonly savedText = computed(() => {
    const saved = this.file().saved();
    return saved === 'failed' ? this.problems.sentence(this.file().failure()) : this.t(`drafts.saved.${saved}`);
  });

  constructor() {
    useKeys('drafts.keys.draft', [
      {
        press: '$mod+Enter',
        name: 'drafts.keys.publish',
        act: () => this.published.emit(),
        when: () => this.isWritable(),
      },
    ]);
  }

  protected show(versionId: string): void {
    const newest = this.file().detail()?.versions[0]?.id;
    const queryParams = { version: versionId === newest ? null : versionId };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected workOn(): Promise<void> {
    return this.faults.heed(
      this.file()
        .workOn()
        .then((id) => this.show(id)),
    );
  }

  protected async drop(): Promise<void> {
    const isMeant = await this.dialogs.confirm({
      heading: this.t('drafts.drop.heading', { n: this.file().version()?.n ?? 0 }),
      consequence: this.t('drafts.drop.consequence'),
      act: this.t('drafts.drop.act'),
      keep: this.t('drafts.drop.keep'),
    });
    if (isMeant) await this.faults.heed(this.file().drop());
  }
}
