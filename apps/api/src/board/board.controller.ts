import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { BoardQuestion, BoardSnapshot, BoardStream } from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { Viewing, type Viewer } from '../platform/access/viewer.js';
import { BoardService } from './board.service.js';
import { StreamService } from './stream.service.js';

@Controller('board')
export class BoardController {
  constructor(
    private readonly board: BoardService,
    private readonly stream: StreamService,
  ) {}

  @Get()
  @Permit('board.watch')
  @ApiOkResponse({ standardSchema: BoardSnapshot })
  snapshot(@Query({ schema: BoardQuestion }) { window, side }: BoardQuestion): Promise<BoardSnapshot> {
    return this.board.snapshot(window, side);
  }

  @Get('stream')
  @Permit('board.watch')
  @ApiOkResponse({ standardSchema: BoardStream })
  async newest(@Viewing() viewer: Viewer): Promise<BoardStream> {
    return this.stream.newest(await this.stream.reachOf(viewer));
  }
}
