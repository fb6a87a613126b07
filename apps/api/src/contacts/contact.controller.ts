import { Body, Controller, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ContactLogged, LogContact } from '@forecall/contracts';
import type { FastifyReply } from 'fastify';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { ContactService } from './contact.service.js';

@ApiTags('contacts')
@Controller('contacts')
export class ContactController {
  constructor(private readonly contacts: ContactService) {}

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
}
