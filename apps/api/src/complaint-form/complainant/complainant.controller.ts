import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Complainant, LinkComplainant, RecordId } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { ComplainantService } from './complainant.service.js';

@ApiTags('complaints')
@Controller('complaints/:id/complainant')
export class ComplainantController {
  constructor(private readonly complainants: ComplainantService) {}

  /** What somebody told of themselves in the public form, and who they may be; 404 for other complaints. */
  @Get()
  @Permit('complaint.work')
  @ApiOkResponse({ standardSchema: Complainant })
  read(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<Complainant> {
    return this.complainants.read(viewer, id);
  }

  /** Links the complaint to an account, or to none. */
  @Patch()
  @Permit('complaint.work')
  @ApiOkResponse({ standardSchema: Complainant })
  @Refuses(409)
  link(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: LinkComplainant }) body: LinkComplainant,
  ): Promise<Complainant> {
    return this.complainants.link(viewer, id, body);
  }
}
