import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiQuery,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AttachmentService, type CheckedFile } from '../complaints/attachments/attachment.service.js';
import { Permit } from '../platform/access/permit.js';
import { newSecret } from '../platform/access/secret.js';
import { ProblemError } from '../platform/http/problem.js';
import { TooManyForms } from '../platform/http/public-limits.js';
import { Refuses } from '../platform/http/refuses.js';
import { localeOf, type PageLocale } from '../platform/pages/page-locale.js';
import { tooLarge, UploadRoom } from '../platform/http/upload-room.js';
import type { UploadRoute } from '../platform/http/uploads.js';
import { FormLimits } from './form-limits.js';
import type { FormFace } from './form.query.js';
import { FormService } from './form.service.js';
import { type Faults, type FormPage, formPage } from './page/form-page.js';
import { addressOf } from './page/frame.js';
import { noticePage, receivedPage } from './page/notice-page.js';
import { textsIn } from './page/texts.js';
import { fileFault, judged, mostFormBytes, mostSentBytes, type RawForm, readForm, typedIn } from './read-form.js';

/** What a page is made for: whom we are, and in which language. */
interface Setting {
  readonly locale: PageLocale;
  /** The secret in the address; undefined where there is none that we could have made. */
  readonly token: string | undefined;
  readonly face: FormFace;
}

/** What stands in the address, whatever it is. */
interface Asked {
  readonly lang?: unknown;
  readonly form?: unknown;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

const language = { name: 'lang', required: false, enum: ['en', 'zh'] };
const secret = { name: 'form', required: false, description: 'Names the form: sent again it is the same complaint' };
const aPage = { content: { 'text/html': { schema: { type: 'string' } } } } as const;

const formToken = /^[\w-]{43}$/;

/** The customer's own form, without any script. Looking at it changes nothing. */
@ApiTags('public form')
@Controller('complain')
export class FormPageController {
  /** Apart from that of our own people's uploads, so that neither stands in the other's way. */
  private readonly room = new UploadRoom(3 * mostFormBytes);

  constructor(
    private readonly form: FormService,
    private readonly limits: FormLimits,
    private readonly attachments: AttachmentService,
  ) {}

  @Get()
  @Permit('public')
  @ApiQuery(language)
  @ApiQuery(secret)
  @ApiOkResponse(aPage)
  @ApiResponse({ status: 303, description: 'To a form of its own' })
  @Refuses(404)
  async show(@Req() request: FastifyRequest, @Query() query: Asked, @Res() reply: FastifyReply): Promise<void> {
    const setting = await this.setting(request, query);
    if (!setting.face.isOpen) send(reply, closed(setting));
    // Each form has its own address, so that Back leads to the same one, and to nothing more once it was sent.
    else if (setting.token === undefined) void reply.redirect(addressOf(setting.locale, newSecret().secret), 303);
    else {
      const number = await this.form.sentBefore(setting.token);
      send(reply, { status: 200, text: number ? receivedPage(named(setting), number) : formOf(setting) });
    }
  }

  @Post()
  @Permit('complaint-form.send')
  @ApiQuery(language)
  @ApiQuery(secret)
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object' } })
  @ApiCreatedResponse(aPage)
  @ApiOkResponse({ ...aPage, description: 'Sent before' })
  @Refuses(404, 429, 503)
  @RouteConfig({ takes: 'form' } satisfies UploadRoute)
  async take(@Req() request: FastifyRequest, @Query() query: Asked, @Res() reply: FastifyReply): Promise<void> {
    const setting = await this.setting(request, query);
    try {
      send(reply, await this.limits.during(request.ip, () => this.answer(request, setting)));
    } catch (error) {
      const { kind, status, minutes } = noticeOf(error);
      if (minutes !== undefined) reply.header('retry-after', String(minutes * 60));
      send(reply, { status, text: noticePage(named(setting), kind, minutes) });
    }
  }

  private async answer(request: FastifyRequest, setting: Setting): Promise<Answer> {
    if (!setting.face.isOpen) return closed(setting);
    const bytes = Number(request.headers['content-length'] ?? mostSentBytes);
    if (bytes > mostSentBytes) throw tooLarge(mostSentBytes);
    return this.room.during(Math.min(bytes, mostFormBytes), async () => {
      const raw = await readForm(request);
      const before = setting.token && (await this.form.sentBefore(setting.token));
      return before
        ? { status: 200, text: receivedPage(named(setting), before) }
        : this.judge(request.ip, setting, raw);
    });
  }

  private async judge(address: string, setting: Setting, raw: RawForm): Promise<Answer> {
    const { locale, token } = setting;
    const t = textsIn(locale);
    const values = typedIn(raw);
    const { told, faults } = judged(values, t);
    const files = await this.checked(raw, setting, faults);
    if ((raw.fields['website'] ?? '') !== '') faults.form = t.errors['trap'] ?? '';
    if (token === undefined) faults.form = t.errors['again'] ?? '';
    if (!told || token === undefined || Object.keys(faults).length > 0)
      return { status: 400, text: formOf(setting, { values, faults, hadFiles: raw.files.length > 0 }) };
    await this.limits.takeComplaint(address);
    const number = await this.form.receive({ token, locale, told, files });
    return number === undefined ? closed(setting) : { status: 201, text: receivedPage(named(setting), number) };
  }

  private async checked(raw: RawForm, { locale }: Setting, faults: Faults): Promise<CheckedFile[]> {
    const t = textsIn(locale);
    const files: CheckedFile[] = [];
    const wrong: string[] = raw.hasMoreFiles ? [t.errors['too-many-files'] ?? ''] : [];
    for (const { name, content, isTooLarge } of raw.files) {
      try {
        if (isTooLarge) throw new ProblemError(413, 'file-too-large', name, { values: { name } });
        files.push(await this.attachments.check(name, content));
      } catch (error) {
        wrong.push(fileFault(error, t));
      }
    }
    if (wrong.length > 0) faults.files = wrong.join(' · ');
    return files;
  }

  private async setting({ headers }: FastifyRequest, { lang, form }: Asked): Promise<Setting> {
    const face = (await this.form.face()) ?? nobody;
    const token = typeof form === 'string' && formToken.test(form) ? form : undefined;
    return { face, token, locale: localeOf(lang, headers['accept-language'], face.organisation.locale) };
  }
}

/** Before the first run there is no organisation. */
const nobody: FormFace = { isOpen: false, intro: { en: '', zh: '' }, organisation: { name: 'Forecall', locale: 'en' } };

const named = ({ locale, face, token }: Setting) => ({ locale, token, organisation: face.organisation.name });

const formOf = (
  setting: Setting,
  came: Pick<FormPage, 'values' | 'faults' | 'hadFiles'> = { values: {}, faults: {}, hadFiles: false },
): string => {
  const token = setting.token ?? newSecret().secret;
  return formPage({ ...named(setting), ...came, token, intro: setting.face.intro[setting.locale] });
};

const closed = (setting: Setting): Answer => ({ status: 404, text: noticePage(named(setting), 'closed') });

function noticeOf(error: unknown) {
  if (error instanceof TooManyForms) return { kind: 'tooMany', status: 429, minutes: error.minutes } as const;
  if (error instanceof ProblemError && error.status === 413) return { kind: 'tooLarge', status: 413 } as const;
  if (error instanceof ProblemError && error.status === 503) return { kind: 'busy', status: 503, minutes: 1 } as const;
  if (isUnreadable(error)) return { kind: 'cutOff', status: 400 } as const;
  throw error;
}

/** What the reader of forms says of one that ends too early or holds too many parts. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof Error &&
  (/^(Multipart|Unexpected end|Part terminated|Malformed)/i.test(error.message) ||
    ('code' in error && typeof error.code === 'string' && /^(FST_|ECONNRESET)/.test(error.code)));

// Under no-store a browser would not fill in again what was typed when one goes back.
const send = (reply: FastifyReply, { status, text }: Answer): void => {
  void reply
    .status(status)
    .header('cache-control', 'private, no-cache')
    .header('vary', 'accept-language')
    .type('text/html; charset=utf-8')
    .send(text);
};
