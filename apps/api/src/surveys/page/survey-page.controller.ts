import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permit } from '../../platform/access/permit.js';
import { ReadsForms } from '../../platform/http/forms.js';
import { TooManyForms } from '../../platform/http/public-limits.js';
import type { UploadRoute } from '../../platform/http/uploads.js';
import { Refuses } from '../../platform/http/refuses.js';
import { isCode } from '../links/link-code.js';
import { SurveyStopService } from '../sending/survey-stop.service.js';
import { chosenBefore, goneIn, withWordsBefore } from './former-reply.js';
import { judged, typedIn } from './judge-reply.js';
import { gonePage, stopPage, thanksPage, tooManyPage } from './notices.js';
import { questionForm } from './question-form.js';
import { OpenReplyService } from './open-reply.service.js';
import { ReplyService } from './reply.service.js';
import { secretIn, ShownSurveyService, type Whole, withSecret } from './shown-survey.service.js';
import type { Setting } from './survey-frame.js';
import { SurveyLimits } from './survey-limits.js';

interface Page {
  readonly status: number;
  readonly text: string;
}

/** What stands in the address, whatever it is. */
interface Asked {
  readonly lang?: unknown;
  readonly score?: unknown;
}

const aPage = { content: { 'text/html': { schema: { type: 'string' } } } } as const;
const language = { name: 'lang', required: false, enum: ['en', 'zh'] };
const score = { name: 'score', required: false, description: 'Chosen in the letter; the customer confirms it' };
const aForm = { schema: { type: 'object', additionalProperties: { type: 'string' } } } as const;

/**
 * The customer's own page, without any script. Looking at it changes nothing, because mail scanners follow links. A link
 * that never was, that was used or that has ended is answered alike.
 */
@ApiTags('public form')
@Controller('s/:token')
export class SurveyPageController {
  constructor(
    private readonly surveys: ShownSurveyService,
    private readonly replies: ReplyService,
    private readonly stops: SurveyStopService,
    private readonly openLinks: OpenReplyService,
    private readonly limits: SurveyLimits,
  ) {}

  @Get()
  @Permit('public')
  @ApiQuery(language)
  @ApiQuery(score)
  @ApiOkResponse(aPage)
  @Refuses(404)
  async show(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Query() query: Asked,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const setting = await this.setting(request, token, query);
    const shown = await this.surveys.shown(token);
    if (!shown) {
      send(reply, ended(setting));
      return;
    }
    const first = shown.content.questions.find(({ kind }) => kind === 'scale');
    const chosen = first && typeof query.score === 'string' ? { [first.id]: query.score } : {};
    const typed = { ...chosenBefore(shown.content, shown.former ?? {}), ...chosen };
    send(reply, { status: 200, text: questionForm(setting, { ...withSecret(token, shown), typed, faults: {} }) });
  }

  @Post()
  @Permit('survey.answer')
  @ReadsForms()
  @ApiQuery(language)
  @ApiBody(aForm)
  @ApiOkResponse(aPage)
  @Refuses(404, 429)
  async take(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Query() query: Asked,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const setting = await this.setting(request, token, query);
    await this.limited(request, setting, reply, () => this.answer(setting, body));
  }

  @Get('stop')
  @Permit('public')
  @ApiQuery(language)
  @ApiOkResponse(aPage)
  async askStop(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Query() query: Asked,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, { status: 200, text: stopPage(await this.setting(request, token, query), false) });
  }

  @Post('stop')
  @Permit('survey.answer')
  @ReadsForms()
  @ApiQuery(language)
  @ApiOkResponse(aPage)
  @Refuses(429)
  async stop(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Query() query: Asked,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const setting = await this.setting(request, token, query);
    await this.limited(request, setting, reply, async () => {
      await this.stops.byLink(token);
      return { status: 200, text: stopPage(setting, true) };
    });
  }

  /** One press in a mail program: RFC 8058. Whoever looks there with a browser confirms. */
  @Get('unsubscribe')
  @Permit('public')
  @ApiQuery(language)
  @ApiOkResponse(aPage)
  lookAtUnsubscribe(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Query() query: Asked,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.askStop(request, token, query, reply);
  }

  @Post('unsubscribe')
  @Permit('survey.unsubscribe')
  @RouteConfig({ readsForms: true, ignoresForm: true } satisfies UploadRoute & { readsForms: boolean })
  @ApiConsumes('application/x-www-form-urlencoded', 'multipart/form-data')
  @ApiQuery(language)
  @ApiOkResponse(aPage)
  @Refuses(429)
  unsubscribe(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Query() query: Asked,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.stop(request, token, query, reply);
  }

  private async answer(setting: Whole, body: unknown): Promise<Page> {
    const { token, locale } = setting;
    const secret = isCode(token) ? secretIn(body) : undefined;
    const shown = await this.surveys.shown(token, secret);
    if (!shown) return ended(setting);
    const typed = typedIn(shown.content, body);
    const gone = goneIn(shown.content, body);
    const whole = withWordsBefore(shown.content, typed, { former: shown.former ?? {}, gone });
    const { told, faults } = judged(shown.content, whole);
    if (Object.keys(faults).length > 0 || (isCode(token) && secret === undefined))
      return { status: 400, text: questionForm(setting, { ...withSecret(token, shown, secret), typed, faults, gone }) };
    const taken =
      secret !== undefined && shown.versionId !== undefined
        ? await this.openLinks.record(token, secret, { told, locale, versionId: shown.versionId })
        : await this.replies.record(token, told);
    // From here on it is that reply's own link.
    const own = { ...setting, token: secret ?? token };
    return taken ? { status: 200, text: thanksPage(own, { ...taken, zone: setting.zone }) } : ended(setting);
  }

  private async limited(
    { ip }: FastifyRequest,
    setting: Setting,
    reply: FastifyReply,
    work: () => Promise<Page>,
  ): Promise<void> {
    try {
      await this.limits.take(ip, setting.token, isCode(setting.token));
      send(reply, await work());
    } catch (error) {
      if (!(error instanceof TooManyForms)) throw error;
      reply.header('retry-after', String(error.minutes * 60));
      send(reply, { status: 429, text: tooManyPage(setting, error.minutes) });
    }
  }

  private setting(request: FastifyRequest, token: string, { lang }: Asked): Promise<Whole> {
    return this.surveys.setting(request, token, lang);
  }
}

const ended = (setting: Setting): Page => ({ status: 404, text: gonePage(setting) });

// Under no-store a browser would not fill in again what was typed when one goes back.
const send = (reply: FastifyReply, { status, text }: Page): void => {
  void reply
    .status(status)
    .header('cache-control', 'private, no-cache')
    .header('vary', 'accept-language')
    .type('text/html; charset=utf-8')
    .send(text);
};
