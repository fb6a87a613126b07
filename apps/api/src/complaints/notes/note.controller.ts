import { Body, Controller, Post, Param } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { NoteWritten, RecordId, WriteNote } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { NoteService } from './note.service.js';

@ApiTags('complaints')
@Controller('complaints/:id/notes')
export class NoteController {
  constructor(private readonly notes: NoteService) {}

  @Post()
  @Permit('complaint.work')
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: NoteWritten })
  write(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: WriteNote }) body: WriteNote,
  ): Promise<NoteWritten> {
    return this.notes.write(viewer, id, body);
  }
}
