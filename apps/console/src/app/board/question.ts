import type { BoardQuestion, BoardSide } from '@forecall/contracts';
import { boardWindows } from '@forecall/domain';

export const boardSides: readonly BoardSide[] = ['answerable', 'handling'];

/** What the address asks for; what it does not say, or says wrongly, is the last hour by answerable department. */
export const questionIn = (window: string | undefined, side: string | undefined): BoardQuestion => ({
  window: boardWindows.find((known) => known === window) ?? 'h1',
  side: boardSides.find((known) => known === side) ?? 'answerable',
});
