import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SurveyContent } from '@forecall/contracts';
import { newSecret } from '../../platform/access/secret.js';
import { localeOf } from '../../platform/pages/page-locale.js';
import { isCode } from '../links/link-code.js';
import type { Told } from './judge-reply.js';
import { OpenReplyService } from './open-reply.service.js';
import { secretField } from './question-form.js';
import { ReplyService } from './reply.service.js';
import type { Setting } from './survey-frame.js';

export type Whole = Setting & { readonly zone: string };

/** What a page asks. */
export interface Shown {
  readonly content: SurveyContent;
  readonly hasAnswered: boolean;
  readonly isAnonymous: boolean;
  /** What was told by this link before. */
  readonly former: Told | null;
  /** By a standing link: of the form. */
  readonly versionId?: string;
}

/** Of no other form is a secret of ours, and nothing else stands in a page. */
const tokenForm = /^[\w-]{43}$/;

/** What the page of a link is made for, and what it asks. */
@Injectable()
export class ShownSurveyService {
  constructor(
    private readonly replies: ReplyService,
    private readonly openLinks: OpenReplyService,
  ) {}

  async setting({ headers }: Pick<FastifyRequest, 'headers'>, token: string, lang: unknown): Promise<Whole> {
    const { organisation, locale, zone } = (await this.replies.face()) ?? nobody;
    return { token, organisation, zone, locale: localeOf(lang, headers['accept-language'], locale) };
  }

  /** By a link of a letter, or by one for whoever comes by; undefined: it leads nowhere. */
  async shown(token: string, secret?: string): Promise<Shown | undefined> {
    if (tokenForm.test(token)) return this.replies.ask(token);
    const asked = isCode(token) ? await this.openLinks.asked(token, secret) : undefined;
    return asked && { ...asked, hasAnswered: false, isAnonymous: true, former: null };
  }
}

/** Before the first run there is no organisation. */
export const nobody = { organisation: 'Forecall', locale: 'en', zone: 'UTC' } as const;

/** The secret that a page of a standing link came with. */
export const secretIn = (body: unknown): string | undefined => {
  const sent = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const secret = Object.hasOwn(sent, secretField) ? sent[secretField] : undefined;
  return typeof secret === 'string' && tokenForm.test(secret) ? secret : undefined;
};

export const withSecret = (token: string, shown: Shown, secret = newSecret().secret) =>
  isCode(token) ? { ...shown, replySecret: secret } : shown;
