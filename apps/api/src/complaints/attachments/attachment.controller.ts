import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AttachFile, Attachment, AttachmentList, RecordId, VoidAttachment } from '@forecall/contracts';
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
  @Put(':fileId')
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
    @Param('fileId', { schema: RecordId }) fileId: string,
    @Query({ schema: AttachFile }) told: AttachFile,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Attachment> {
    const length = request.headers['content-length'];
    const { attachment, isNew } = await this.attachments.add(viewer, { id, fileId }, told, {
      stream: request.raw,
      declaredBytes: length === undefined ? undefined : Number(length),
    });
    reply.status(isNew ? 201 : 200);
    return attachment;
  }

  /** Always a download: no page of ours shows what came from outside. */
  @Get(':fileId/content')
  @Permit('complaint.read')
  @ApiOkResponse({ content: Object.fromEntries(fileKinds.map(({ mediaType }) => [mediaType, binary])) })
  @Refuses(409)
  async content(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('fileId', { schema: RecordId }) fileId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { attachment, stream } = await this.attachments.file(viewer, { id, fileId });
    reply.header('content-security-policy', "default-src 'none'; sandbox").header('x-frame-options', 'DENY');
    return new StreamableFile(stream, {
      type: attachment.mediaType,
      disposition: disposition(attachment.name),
      length: attachment.sizeBytes,
    });
  }

  @Post(':fileId/void')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Attachment })
  void(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('fileId', { schema: RecordId }) fileId: string,
    @Body({ schema: VoidAttachment }) { why }: VoidAttachment,
  ): Promise<Attachment> {
    return this.attachments.takeBack(viewer, { id, fileId }, why);
  }

  @Post(':fileId/unvoid')
  @HttpCode(200)
  @Permit('complaint.work')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Attachment })
  unvoid(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('fileId', { schema: RecordId }) fileId: string,
  ): Promise<Attachment> {
    return this.attachments.putBack(viewer, { id, fileId });
  }
}
