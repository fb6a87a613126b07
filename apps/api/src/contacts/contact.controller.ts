import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ContactCountQuery,
  ContactDetail,
  ContactExportQuery,
  ContactList,
  ContactLogged,
  ContactQuery,
  ContactRevisions,
  CorrectContact,
  HandedOver,
  ListCount,
  LogContact,
  RecordId,
  Revised,
  VoidEntry,
} from '@forecall/contracts';
import type { FastifyReply } from 'fastify';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { SendsFile } from '../platform/http/sends-file.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { ContactService } from './contact.service.js';
import { ContactHistoryService } from './correcting/contact-history.service.js';
import { ContactViewService } from './viewing/contact-view.service.js';
import { CorrectionService } from './correcting/correction.service.js';
import { HandOverService } from './handing-over/hand-over.service.js';
import { UndoService } from './correcting/undo.service.js';

@ApiTags('contacts')
@Controller('contacts')
export class ContactController {
  constructor(
    private readonly contacts: ContactService,
    private readonly views: ContactViewService,
    private readonly corrections: CorrectionService,
    private readonly histories: ContactHistoryService,
    private readonly undoing: UndoService,
    private readonly handOvers: HandOverService,
  ) {}

  /** 201 when stored, 200 when it had been stored before. */
  @Post()
  @Permit('contact.log')
  @ApiCreatedResponse({ standardSchema: ContactLogged })
  @ApiOkResponse({ standardSchema: ContactLogged, description: 'Sent before' })
  @Refuses(409, 503)
  async log(
    @Viewing() viewer: Viewer,
    @Body({ schema: LogContact }) contact: LogContact,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactLogged> {
    const { answer, isNew } = await this.contacts.log(viewer, contact);
    reply.status(isNew ? 201 : 200);
    return answer;
  }

  @Get()
  @Permit('contact.read')
  @ApiOkResponse({ standardSchema: ContactList })
  list(@Viewing() viewer: Viewer, @Query({ schema: ContactQuery }) query: ContactQuery): Promise<ContactList> {
    return this.views.list(viewer, query);
  }

  @Get('count')
  @Permit('contact.read')
  @ApiOkResponse({ standardSchema: ListCount })
  count(@Viewing() viewer: Viewer, @Query({ schema: ContactCountQuery }) query: ContactCountQuery): Promise<ListCount> {
    return this.views.count(viewer, query);
  }

  @Get('export')
  @Permit('list.export')
  @SendsFile()
  @Refuses(409)
  export(
    @Viewing() viewer: Viewer,
    @Query({ schema: ContactExportQuery }) query: ContactExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.views.export(viewer, query, reply);
  }

  @Get(':id')
  @Permit('contact.read')
  @ApiOkResponse({ standardSchema: ContactDetail })
  one(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<ContactDetail> {
    return this.views.one(viewer, id);
  }

  @Get(':id/history')
  @Permit('contact.read')
  @ApiOkResponse({ standardSchema: ContactRevisions })
  history(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<ContactRevisions> {
    return this.histories.revisions(viewer, id);
  }

  @Patch(':id')
  @Permit('contact.correct')
  @ApiOkResponse({ standardSchema: Revised })
  @Refuses(409)
  correct(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: CorrectContact }) body: CorrectContact,
  ): Promise<Revised> {
    return this.corrections.correct(viewer, id, body);
  }

  @Post(':id/void')
  @HttpCode(200)
  @Permit('contact.void')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Revised })
  @Refuses(409)
  void(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: VoidEntry }) body: VoidEntry,
  ): Promise<Revised> {
    return this.corrections.void(viewer, id, body);
  }

  /** Within seconds of saving, by whoever saved it. */
  @Post(':id/undo')
  @HttpCode(200)
  @Permit('contact.log')
  @Repeatable()
  @ApiOkResponse({ standardSchema: Revised })
  undo(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<Revised> {
    return this.undoing.undo(viewer, id);
  }

  /** What was handed over to somebody, for whoever goes on with it. */
  @Get(':id/handed-over')
  @Permit('contact.log')
  @ApiOkResponse({ standardSchema: HandedOver })
  handedOver(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<HandedOver> {
    return this.handOvers.read(viewer, id);
  }
}
