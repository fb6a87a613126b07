import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Bulk, BulkAnswers, BulkComplaints, BulkContacts, BulkResult, mostBulkRows } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { LongBody } from '../../platform/http/long-body.js';
import { Refuses } from '../../platform/http/refuses.js';
import { BulkService } from './bulk.service.js';

/** As long as a thousand rows with long notes. */
const megabytes = 8;
/** Above what any row has, with room for fields to come and for attributes. */
const mostKeys = 100;

/** Up to a thousand rows a request, each with its own result; the same rows again add nothing. */
@ApiTags('bulk')
@Controller('bulk')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Post('contacts')
  @HttpCode(200)
  @Permit('bulk.enter')
  @LongBody(megabytes, { mostKeys })
  @ApiOperation({ summary: `Enters up to ${mostBulkRows} contacts; each row gets its own result` })
  @ApiOkResponse({ standardSchema: BulkResult })
  @Refuses(413)
  contacts(@Viewing() viewer: Viewer, @Body({ schema: BulkContacts }) bulk: Bulk): Promise<BulkResult> {
    return this.bulk.contacts(viewer, bulk);
  }

  @Post('complaints')
  @HttpCode(200)
  @Permit('bulk.enter')
  @LongBody(megabytes, { mostKeys })
  @ApiOperation({ summary: `Enters up to ${mostBulkRows} complaints, each with the contact that received it` })
  @ApiOkResponse({ standardSchema: BulkResult })
  @Refuses(413)
  complaints(@Viewing() viewer: Viewer, @Body({ schema: BulkComplaints }) bulk: Bulk): Promise<BulkResult> {
    return this.bulk.complaints(viewer, bulk);
  }

  @Post('answers')
  @HttpCode(200)
  @Permit('bulk.enter')
  @LongBody(megabytes, { mostKeys })
  @ApiOperation({
    summary: `Enters up to ${mostBulkRows} answers about contacts of the same source that are there already`,
  })
  @ApiOkResponse({ standardSchema: BulkResult })
  @Refuses(413)
  answers(@Viewing() viewer: Viewer, @Body({ schema: BulkAnswers }) bulk: Bulk): Promise<BulkResult> {
    return this.bulk.answers(viewer, bulk);
  }
}
