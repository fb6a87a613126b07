import { Service } from '@angular/core';
import { v7 as uuid } from 'uuid';
import { holdName } from './tab-locks.js';
import { keep, readKept } from './stored-json.js';

/** A reload asks for its name while the page before it still lets go. */
const waitForNameMilliseconds = 500;

/** By this name the tab of a user is known to live: it is held for as long as the page is there. */
export const nameOfTab = (owner: string, tab: string): string => `forecall.tab.${owner}.${tab}`;

/** This tab's own id: it stays over reloads, and a tab made as a copy of this one gets another. */
@Service()
export class Tab {
  private held: { owner: string; id: Promise<string>; letGo: AbortController } | undefined;

  /** Known to live as a tab of this user from then on, and no longer as one of the user before. */
  idFor(owner: string): Promise<string> {
    if (this.held?.owner === owner) return this.held.id;
    this.held?.letGo.abort();
    const letGo = new AbortController();
    this.held = { owner, letGo, id: holdId(owner, letGo.signal) };
    return this.held.id;
  }
}

async function holdId(owner: string, letGo: AbortSignal): Promise<string> {
  const known = readKept('session', 'tab');
  if (typeof known === 'string' && (await holdName(nameOfTab(owner, known), waitForNameMilliseconds, letGo)))
    return known;
  const id = uuid();
  keep('session', 'tab', id);
  await holdName(nameOfTab(owner, id), waitForNameMilliseconds, letGo);
  return id;
}
