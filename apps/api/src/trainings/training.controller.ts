import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ChangeTraining,
  HoldTraining,
  RecordId,
  RestoreTraining,
  TrainingChanged,
  TrainingList,
  VoidTraining,
} from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { TrainingService } from './training.service.js';

@ApiTags('trainings')
@Controller()
export class TrainingController {
  constructor(private readonly trainings: TrainingService) {}

  @Get('accounts/:id/trainings')
  @Permit('account.read')
  @ApiOkResponse({ standardSchema: TrainingList })
  list(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<TrainingList> {
    return this.trainings.list(viewer, id);
  }

  @Post('accounts/:id/trainings')
  @Permit('account.know')
  @Refuses(409)
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: TrainingChanged })
  hold(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: HoldTraining }) body: HoldTraining,
  ): Promise<TrainingChanged> {
    return this.trainings.hold(viewer, id, body);
  }

  @Put('trainings/:id')
  @Permit('account.know')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: TrainingChanged })
  change(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: ChangeTraining }) body: ChangeTraining,
  ): Promise<TrainingChanged> {
    return this.trainings.change(viewer, id, body);
  }

  @Post('trainings/:id/void')
  @HttpCode(200)
  @Permit('account.know')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: TrainingChanged })
  void(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: VoidTraining }) body: VoidTraining,
  ): Promise<TrainingChanged> {
    return this.trainings.void(viewer, id, body);
  }

  @Post('trainings/:id/restore')
  @HttpCode(200)
  @Permit('account.know')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: TrainingChanged })
  restore(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: RestoreTraining }) body: RestoreTraining,
  ): Promise<TrainingChanged> {
    return this.trainings.restore(viewer, id, body);
  }
}
