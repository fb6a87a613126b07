import type { RoleName } from '@forecall/contracts';
import { knownPassword, knownPeople } from './known-people.js';
import type { World } from './world.js';

export interface SignIn {
  readonly login: string;
  readonly password: string;
}

/** The demo company prints its sign-ins at the start, each after a word for the role. */
const wordsOfDemo: Record<RoleName, string> = {
  rep: 'agent',
  supervisor: 'supervisor',
  head: 'head',
  executive: 'executive',
  admin: 'admin',
};

/** Somebody of this role: as the program's own lines have it in a world with the demo company, else the known one. */
export function signInOf({ lines }: Pick<World, 'lines'>, role: RoleName): SignIn {
  const password = lines.map((line) => /Password of all: (.+)$/.exec(line)?.[1]).find(Boolean);
  if (!password) return { login: knownPeople[role].email, password: knownPassword };
  const login = lines.map((line) => line.split(/\s+/)).find(([word]) => word === wordsOfDemo[role])?.[1];
  if (!login) throw new Error(`The demo company has no ${role}:\n${lines.join('\n')}`);
  return { login, password };
}
