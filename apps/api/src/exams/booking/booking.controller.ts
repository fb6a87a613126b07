import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  BookCampaign,
  BookedCampaign,
  BookExam,
  BookingWeek,
  BookingWeekQuery,
  ExamEntry,
  ExamPage,
  ExamQuery,
  MoveExam,
  RecordId,
  SlotCheck,
  SlotQuery,
} from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { BookCampaignService } from './book-campaign.service.js';
import { BookingWeekService } from './booking-week.service.js';
import { ExamSlotService } from './exam-slot.service.js';

@ApiTags('exams')
@Controller()
export class BookingController {
  constructor(
    private readonly campaigns: BookCampaignService,
    private readonly weeks: BookingWeekService,
    private readonly slots: ExamSlotService,
  ) {}

  /** Everybody who waits gets a slot, in one plan; what is booked stays where it is. */
  @Post('campaigns/:id/book')
  @HttpCode(200)
  @Permit('campaign.lead')
  @Refuses(409)
  @Repeatable()
  @ApiOkResponse({ standardSchema: BookedCampaign })
  book(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: BookCampaign }) body: BookCampaign,
  ): Promise<BookedCampaign> {
    return this.campaigns.book(viewer, id, body);
  }

  @Get('campaigns/:id/booking')
  @Permit('exam.read')
  @ApiOkResponse({ standardSchema: BookingWeek })
  week(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: BookingWeekQuery }) { on }: BookingWeekQuery,
  ): Promise<BookingWeek> {
    return this.weeks.of(viewer, id, on);
  }

  @Get('campaigns/:id/slot')
  @Permit('campaign.lead')
  @ApiOkResponse({ standardSchema: SlotCheck })
  check(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: SlotQuery }) query: SlotQuery,
  ): Promise<SlotCheck> {
    return this.slots.check(viewer, id, query);
  }

  @Get('campaigns/:id/exams')
  @Permit('exam.read')
  @ApiOkResponse({ standardSchema: ExamPage })
  page(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Query({ schema: ExamQuery }) query: ExamQuery,
  ): Promise<ExamPage> {
    return this.slots.page(viewer, id, query);
  }

  @Post('campaigns/:id/exams')
  @Permit('campaign.lead')
  @Refuses(409)
  @Repeatable()
  @ApiCreatedResponse({ standardSchema: ExamEntry })
  bookOne(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: BookExam }) body: BookExam,
  ): Promise<ExamEntry> {
    return this.slots.book(viewer, id, body);
  }

  @Put('exams/:id/slot')
  @Permit('campaign.lead')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: ExamEntry })
  move(
    @Viewing() viewer: Viewer,
    @Param('id', { schema: RecordId }) id: string,
    @Body({ schema: MoveExam }) body: MoveExam,
  ): Promise<ExamEntry> {
    return this.slots.move(viewer, id, body);
  }
}
