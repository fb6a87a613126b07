import { Inject, Injectable } from '@nestjs/common';
import type { ShownSurveyLink, ShowSurveyLink } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { newSecret } from '../../platform/access/secret.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { badField, conflict } from '../../platform/http/problem.js';
import { AnswerService } from '../../satisfaction/answer.service.js';
import { newestPublished } from '../sending/agent-entry.query.js';
import { addLink } from '../sending/survey-look.query.js';
import { qrSvg } from './qr-svg.js';
import { addShownAsk, askedAbout, expiryDays, renewShownAsk } from './shown-link.query.js';

const dayMs = 86_400_000;

/**
 * A link for the customer of one contact, shown on the screen or sent by whoever handled it. A contact is asked about once
 * this way: shown again it is the same asking with another secret. Where a letter has gone out already it leads there.
 */
@Injectable()
export class ShownLinkService {
  constructor(
    private readonly database: Database,
    private readonly answers: AnswerService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  show(viewer: Viewer, contactId: string, { formId }: ShowSurveyLink, base: string): Promise<ShownSurveyLink> {
    return this.database.transaction(async (sql) => {
      await this.answers.lockAnswerable(sql, viewer, contactId);
      const form = await newestPublished(sql, formId);
      if (!form)
        throw badField({
          ...{ path: 'formId', code: 'form-not-published' },
          message: 'is no form that is published and in use',
        });
      const asked = await askedAbout(sql, contactId);
      if (asked.some(({ state }) => state === 'answered'))
        throw conflict('survey-answered', 'The customer has answered about this contact already.');
      const expiresAt = new Date(Date.now() + (await expiryDays(sql)) * dayMs);
      const letter = asked.find(({ channel, isWaiting }) => channel === 'mail' && isWaiting);
      const shown = asked.find(({ channel }) => channel === 'link');
      const id = letter?.id ?? shown?.id ?? uuid();
      if (letter === undefined && shown) await renewShownAsk(sql, id, expiresAt);
      else if (letter === undefined) await addShownAsk(sql, { id, contactId, versionId: form.versionId, expiresAt });
      const { secret, hash } = newSecret();
      await addLink(sql, id, hash);
      const url = new URL(`/s/${secret}`, this.config.PUBLIC_URL ?? base).href;
      return { askId: id, url, qr: qrSvg(url), expiresAt: (letter?.expiresAt ?? expiresAt).toISOString() };
    });
  }
}
