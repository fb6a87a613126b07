import type { BoardQuestion, BoardSide } from '@forecall/contracts';
import { type BoardWindow, boardWindows } from '@forecall/domain';
import { type Remembered, remembered } from '../platform/storage/remembered.js';

export const boardSides: readonly BoardSide[] = ['answerable', 'handling'];

/** The last hour is often too quiet for a rate. */
const firstWindow: BoardWindow = 'today';

/** The period that somebody looked at last, on this browser. */
export const rememberedWindow = (signInId: string): Remembered<BoardWindow> =>
  remembered(`board.window.${signInId}`, boardWindows, firstWindow);

/** What the address asks for; what it does not say, or says wrongly, is today by answerable department. */
export const questionIn = (window: string | undefined, side: string | undefined): BoardQuestion => ({
  window: boardWindows.find((known) => known === window) ?? firstWindow,
  side: boardSides.find((known) => known === side) ?? 'answerable',
});
