import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { ChartBaseline, ControlChart, ControlChartQuestion, RecordId, SetBaseline } from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { Repeatable } from '../platform/idempotency/repeatable.js';
import { ChartBaselineService } from './chart-baseline.service.js';
import { ControlChartService } from './control-chart.service.js';

@Controller('control-charts')
export class ControlChartController {
  constructor(
    private readonly charts: ControlChartService,
    private readonly baselines: ChartBaselineService,
  ) {}

  @Get()
  @Permit('control-chart.read')
  @Refuses(404)
  @ApiOkResponse({ standardSchema: ControlChart })
  chart(
    @Viewing() viewer: Viewer,
    @Query({ schema: ControlChartQuestion }) question: ControlChartQuestion,
  ): Promise<ControlChart> {
    return this.charts.chart(viewer, question);
  }

  @Post('baselines')
  @Permit('control-chart.set')
  @Repeatable()
  @Refuses(404)
  @ApiCreatedResponse({ standardSchema: ChartBaseline })
  set(@Viewing() viewer: Viewer, @Body({ schema: SetBaseline }) body: SetBaseline): Promise<ChartBaseline> {
    return this.baselines.set(viewer, body);
  }

  @Post('baselines/:id/undo')
  @HttpCode(200)
  @Permit('control-chart.set')
  @Repeatable()
  @ApiOkResponse({ standardSchema: ChartBaseline })
  undo(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<ChartBaseline> {
    return this.baselines.undo(viewer, id);
  }
}
