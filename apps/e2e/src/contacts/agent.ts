import type { APIRequestContext } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import { knownDepartments } from '../world/known-people.js';

/** The known rep, who takes calls. */
export interface Agent {
  /** Logs calls that have just ended about the reason of a department, the first `complaints` of them as complaints. */
  takeCalls(department: keyof typeof knownDepartments, count: number, complaints?: number): Promise<void>;
}

const callSeconds = 180;

export function agentWith(client: APIRequestContext): Agent {
  return {
    async takeCalls(department, count, complaints = 0) {
      for (let call = 0; call < count; call++) {
        const endedAt = Date.now();
        const answer = await client.post('/api/contacts', {
          data: {
            id: uuid(),
            channel: 'phone',
            direction: 'in',
            startedAt: new Date(endedAt - callSeconds * 1000).toISOString(),
            endedAt: new Date(endedAt).toISOString(),
            talkSeconds: callSeconds,
            reasonId: knownDepartments[department].reasonId,
            complaint: call < complaints ? { summary: 'The November invoice was taken twice.' } : null,
          },
        });
        if (answer.status() !== 201) throw new Error(`A call was not taken: ${await answer.text()}`);
      }
    },
  };
}
