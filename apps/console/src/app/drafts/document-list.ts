import { computed, inject, signal, type Signal } from '@angular/core';
import type { VersionName } from '@forecall/contracts';
import { injectSaid } from '../platform/i18n/said.js';
import { injectTexts } from '../platform/i18n/texts.js';
import { Faults } from '../platform/notice/faults.js';
import { Toasts } from '../platform/notice/toasts.js';
import { Session } from '../platform/session/session.js';
import { listPages } from '../ui/table/list-pages.js';
import type { Column } from '../ui/table/table.js';
import { injectVersionName } from './version-name.js';

/** What every list tells of a document. */
export interface ListedDocument {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly published: VersionName | null;
  readonly draft: VersionName | null;
  readonly isArchived: boolean;
  readonly revision: number;
}

interface Listing<Query extends object, Entry extends ListedDocument> {
  /** What narrows it beside the state. */
  readonly query: Signal<Query>;
  readonly load: (query: Query & { state: DocumentState }) => Promise<{ rows: readonly Entry[]; next: string | null }>;
  /** Gives the revision that it has then. */
  readonly change: (id: string, told: { revision: number; isArchived: boolean }) => Promise<number>;
  /** What the table tells between its name and how far it is. */
  readonly column: Signal<Column<Entry>>;
  /** Whether the page tells itself why it was not put out of use. */
  readonly isTold?: (error: unknown) => boolean;
}

export type DocumentState = 'current' | 'archived';

const besidePanel = new Set(['name', 'stands']);

/** In a component's field: the list of documents that are drafted and published, with what is done to them there. */
export function injectDocumentList<Query extends object, Entry extends ListedDocument>({
  query,
  load,
  change,
  column,
  isTold = () => false,
}: Listing<Query, Entry>) {
  const [t, said, versionName] = [injectTexts(), injectSaid(), injectVersionName()];
  const [faults, toasts] = [inject(Faults), inject(Toasts)];
  const mayWrite = inject(Session).hasRole('head', 'executive');
  const state = signal<DocumentState>('current');
  /** The form is open: with the one to copy, or with none. */
  const form = signal<{ readonly copied: Entry | null } | null>(null);
  const pages = listPages(
    computed(() => ({ ...query(), state: state() })),
    load,
  );
  const all = computed((): Column<Entry>[] => [
    { id: 'name', label: t('drafts.name') },
    column(),
    {
      id: 'stands',
      label: t('drafts.stands'),
      text: ({ published, draft }) =>
        [published, draft].flatMap((version) => (version ? [versionName(version)] : [])).join(t('ui.list-comma')),
    },
    { id: 'act', label: t('drafts.acts'), isHeadHidden: true, isNumber: true },
  ]);
  const setArchived = async (id: string, revision: number, isArchived: boolean) => {
    const now = await change(id, { revision, isArchived });
    pages.reload();
    return now;
  };
  return {
    mayWrite,
    state,
    form,
    pages,
    states: computed(() =>
      (['current', 'archived'] as const).map((value) => ({ value, label: t(`drafts.shown.${value}`) })),
    ),
    columns: computed(() => (form() === null ? all() : all().filter(({ id }) => besidePanel.has(id)))),
    idOf: ({ id }: Entry): string => id,
    /** Opens the form anew, also where it is open. */
    begin: (copied: Entry | null): void => {
      form.set(null);
      setTimeout(() => form.set({ copied }));
    },
    /** Out of use, or in use again. */
    archive: ({ id, name, revision, isArchived }: Entry): Promise<void> =>
      faults.heed(
        setArchived(id, revision, !isArchived).then(
          (now) =>
            toasts.show({
              text: isArchived ? 'drafts.was.taken-back' : 'drafts.was.archived',
              values: { name: said(name) },
              undo: () => faults.heed(setArchived(id, now, isArchived).then(() => undefined)),
            }),
          (error: unknown) => {
            if (!isTold(error)) throw error;
          },
        ),
      ),
  };
}
