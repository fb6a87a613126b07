import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AttachFile, Attachment, AttachmentList, RecordId, TakeBackAttachment } from '@forecall/contracts';
import { fileKinds } from '@forecall/domain';
import { create as disposition } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import type { UploadRoute } from '../../platform/http/uploads.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { AttachmentService } from './attachment.service.js';

const binary = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('complaints')
@Controller('complaints/:id/attachments')
export class AttachmentController {
  constructor(private readonly attachments: AttachmentService) {}

  @Get()
  @Permit('complaint.read')
  @ApiOkResponse({ standardSchema: AttachmentList })
  list(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<AttachmentList> {
    return this.attachments.list(viewer, id);
  }

  /** 201 when stored, 200 when it had been stored before. The body is the file itself. */
  @Put(':attachmentId')
  @Permit('complaint.work')
  @RouteConfig({ takes: 'file' } satisfies UploadRoute)
  @ApiConsumes('application/octet-stream')
  @ApiBody(binary)
  @ApiCreatedResponse({ standardSchema: Attachment })
  @ApiOkResponse({ standardSchema: Attachment, description: 'Sent before' })
  @Refuses(409, 503)
  async add(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('attachmentId', { schema: RecordId }) attachmentId: string,
    @Query({ schema: AttachFile }) told: AttachFile,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Attachment> {
    const length = request.headers['content-length'];
    const { attachment, isNew } = await this.attachments.add(viewer, { id, attachmentId }, told, {
      stream: request.raw,
      declaredBytes: length === undefined ? undefined : Number(length),
    });
    reply.status(isNew ? 201 : 200);
    return attachment;
  }

  /** Always a download: no page of ours shows what came from outside. */
  @Get(':attachmentId/file')
  @Permit('complaint.read')
  @ApiOkResponse({ content: Object.fromEntries(fileKinds.map(({ mediaType }) => [mediaType, binary])) })
  @Refuses(409)
  async file(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('attachmentId', { schema: RecordId }) attachmentId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { attachment, stream } = await this.attachments.file(viewer, { id, attachmentId });
    reply.header('content-security-policy', "default-src 'none'; sandbox").header('x-frame-options', 'DENY');
    return new StreamableFile(stream, {
      type: attachment.mediaType,
      disposition: disposition(attachment.name),
      length: attachment.sizeBytes,
    });
  }

  @Post(':attachmentId/take-back')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Attachment })
  takeBack(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('attachmentId', { schema: RecordId }) attachmentId: string,
    @Body({ schema: TakeBackAttachment }) { why }: TakeBackAttachment,
  ): Promise<Attachment> {
    return this.attachments.takeBack(viewer, { id, attachmentId }, why);
  }

  @Post(':attachmentId/put-back')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Attachment })
  putBack(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('attachmentId', { schema: RecordId }) attachmentId: string,
  ): Promise<Attachment> {
    return this.attachments.putBack(viewer, { id, attachmentId });
  }
}
