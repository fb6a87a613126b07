import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acted, RecordId } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { UndoService } from './undo.service.js';

@ApiTags('organisation')
@Controller('organisation/acts')
export class ActsController {
  constructor(private readonly undoing: UndoService) {}

  @Post(':id/undo')
  @HttpCode(200)
  @Repeatable()
  @Permit('organisation.manage')
  @ApiOkResponse({ standardSchema: Acted })
  undo(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<Acted> {
    return this.undoing.undo(viewer, id);
  }
}
