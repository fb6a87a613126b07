import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { FaultPage } from '../../platform/http/fault-page.js';
import { localeOf } from '../../platform/pages/page-locale.js';
import { isCode } from '../links/link-code.js';
import { goneIn } from './former-reply.js';
import { typedIn } from './judge-reply.js';
import { faultPage } from './notices.js';
import { questionForm } from './question-form.js';
import { nobody, secretIn, ShownSurveyService, type Whole, withSecret } from './shown-survey.service.js';

const address = /^\/s\/([^/?]+)(\/[^?]*)?(?:\?|$)/;

/** What a customer sees of a fault of ours: that their answer was not taken, with the form as they filled it in. */
@Injectable()
export class SurveyFaults implements FaultPage {
  constructor(private readonly surveys: ShownSurveyService) {}

  isFor({ url }: FastifyRequest): boolean {
    return address.test(url);
  }

  async drawn(request: FastifyRequest, status: number): Promise<string> {
    const [, token = '', part] = address.exec(request.url) ?? [];
    const isAnswer = request.method === 'POST' && part === undefined;
    const lang = (request.query as { lang?: unknown } | undefined)?.lang;
    try {
      const setting = await this.surveys.setting(request, token, lang);
      // Only what came from a page of ours is filled in again.
      const form = isAnswer && status >= 500 ? await this.form(setting, request.body) : undefined;
      return form ?? faultPage(setting, isAnswer);
    } catch {
      const locale = localeOf(lang, request.headers['accept-language'], nobody.locale);
      return faultPage({ ...nobody, token, locale }, isAnswer);
    }
  }

  private async form(setting: Whole, body: unknown): Promise<string | undefined> {
    const { token } = setting;
    const secret = isCode(token) ? secretIn(body) : undefined;
    const shown = await this.surveys.shown(token, secret);
    if (!shown) return undefined;
    const typed = typedIn(shown.content, body);
    return questionForm(setting, {
      ...withSecret(token, shown, secret),
      typed,
      faults: {},
      gone: goneIn(shown.content, body),
      isNotTaken: true,
    });
  }
}
