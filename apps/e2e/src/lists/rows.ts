import type { APIRequestContext } from '@playwright/test';
import type { ContactLogged } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { knownDepartments } from '../world/known-people.js';

/** A complaint as the known rep logs it, of a call that has just ended. */
export async function aComplaint(
  client: APIRequestContext,
  complaint: Readonly<Record<string, unknown>>,
  contact: Readonly<Record<string, unknown>> = {},
): Promise<{ id: string; number: string; contactId: string }> {
  const { id: contactId, complaint: named } = await aContact(client, { ...contact, complaint });
  if (!named) throw new Error('No complaint was received.');
  return { ...named, contactId };
}

/** A call of the known rep that has just ended, changed as given. */
export async function aContact(
  client: APIRequestContext,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<ContactLogged> {
  const endedAt = Date.now();
  const answer = await client.post('/api/contacts', {
    data: {
      id: uuid(),
      channel: 'phone',
      direction: 'in',
      startedAt: new Date(endedAt - 180_000).toISOString(),
      endedAt: new Date(endedAt).toISOString(),
      reasonId: knownDepartments.billing.reasonId,
      ...changes,
    },
  });
  if (answer.status() !== 201) throw new Error(`Not logged: ${await answer.text()}`);
  return (await answer.json()) as ContactLogged;
}
