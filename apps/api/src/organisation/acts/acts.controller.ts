import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Acted } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { UndoService } from './undo.service.js';

@Controller('organisation/acts')
export class ActsController {
  constructor(private readonly undoing: UndoService) {}

  @Post(':id/undo')
  @HttpCode(200)
  @Permit('organisation.manage')
  @ApiOkResponse({ standardSchema: Acted })
  undo(@Viewing() viewer: Viewer, @Param('id', ParseUUIDPipe) id: string): Promise<Acted> {
    return this.undoing.undo(viewer, id);
  }
}
