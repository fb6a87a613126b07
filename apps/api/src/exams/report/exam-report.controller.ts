import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ExamReport, ItemExams, RecordId, RubricItemId } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { ExamReportService } from './exam-report.service.js';

@ApiTags('exams')
@Controller('campaigns')
export class ExamReportController {
  constructor(private readonly reports: ExamReportService) {}

  @Get(':id/report')
  @Permit('exam.read')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: ExamReport })
  report(@Viewing() viewer: Viewer, @Param('id', { schema: RecordId }) id: string): Promise<ExamReport> {
    return this.reports.of(viewer, id);
  }

  @Get(':id/report/items/:itemId')
  @Permit('exam.read')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: ItemExams })
  item(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Param('itemId', { schema: RubricItemId }) itemId: string,
  ): Promise<ItemExams> {
    return this.reports.item(viewer, id, itemId);
  }
}
