import { ShownSurveyLink, SurveyFormPage, SurveyFormVersion } from '@forecall/contracts';
import { setTimeout as pause } from 'node:timers/promises';
import type { Agent, Line } from './agent.js';

const triesMs = [0, 200, 800, 3_200];

interface Form {
  readonly formId: string;
  /** The question that measures satisfaction. */
  readonly questionId: string;
}

/** Customers who answer as customers do: by the link that the agent shows them, on its page, without signing in. */
export class Customers {
  private constructor(
    private readonly line: Line,
    private readonly form: Form | undefined,
  ) {}

  /** They answer the form that is asked after contacts, else one of satisfaction; where none is published nobody answers. */
  static async open(line: Line, agent: Agent): Promise<Customers> {
    const base = '/api/survey-forms';
    const { forms } = await agent.send({ method: 'GET', path: `${base}?limit=200`, answer: SurveyFormPage });
    const asked = forms
      .filter(({ published, kind }) => published && kind === 'csat')
      .toSorted((a, b) => Number(b.isAfterContacts) - Number(a.isAfterContacts))[0];
    if (!asked?.published) return new Customers(line, undefined);
    const path = `${base}/${asked.id}/versions/${asked.published.id}`;
    const { content } = await agent.send({ method: 'GET', path, answer: SurveyFormVersion });
    const question = content.questions.find((one) => one.kind === 'scale' && one.measure === 'csat');
    return new Customers(line, question && { formId: asked.id, questionId: question.id });
  }

  /** False: it was not taken, for there is no form or too many have answered from here. */
  async answer(agent: Agent, contactId: string, score: number): Promise<boolean> {
    if (!this.form) return false;
    const { formId, questionId } = this.form;
    const path = `/api/contacts/${contactId}/survey-link`;
    const { url } = await agent.send({ method: 'POST', path, body: { formId }, answer: ShownSurveyLink });
    return this.send(new URL(url), new URLSearchParams({ [`q-${questionId}`]: String(score) }).toString());
  }

  /** Sent again it is the same answer. */
  private async send({ origin, pathname }: URL, body: string): Promise<boolean> {
    const headers = { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' };
    for (const wait of triesMs) {
      await pause(wait, undefined, { signal: this.line.signal });
      const reply = await this.line
        .fetch(new URL(pathname, this.line.url), { method: 'POST', headers, body })
        .catch(() => undefined);
      if (reply?.status === 200) return true;
      if (reply?.status === 429) return false;
      this.line.onResend();
    }
    return false;
  }
}
