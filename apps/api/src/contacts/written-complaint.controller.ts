import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { ComplaintReceived, LogWrittenComplaint } from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { ContactService } from './contact.service.js';

/** Every complaint is received by a contact, so what comes in writing makes one. */
@ApiTags('complaints')
@Controller('complaints')
export class WrittenComplaintController {
  constructor(private readonly contacts: ContactService) {}

  @Post()
  @Permit('complaint.log')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: ComplaintReceived })
  log(
    @Viewing() viewer: Viewer,
    @Body({ schema: LogWrittenComplaint }) body: LogWrittenComplaint,
  ): Promise<ComplaintReceived> {
    return this.contacts.logWritten(viewer, body);
  }
}
