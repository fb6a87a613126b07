import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Acted, HolidayCountries, HolidayPreview, HolidaysQuery, ImportHolidays } from '@forecall/contracts';
import { ActsService } from '../../organisation/acts/acts.service.js';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { Repeatable } from '../../platform/idempotency/repeatable.js';
import { HolidaysService } from './holidays.service.js';

@ApiTags('calendars')
@Controller('calendars/holidays')
export class HolidaysController {
  constructor(
    private readonly acts: ActsService,
    private readonly holidays: HolidaysService,
  ) {}

  @Get('countries')
  @Permit('organisation.read')
  @ApiOkResponse({ standardSchema: HolidayCountries })
  countries(): Promise<HolidayCountries> {
    return this.holidays.countries();
  }

  /** What an import would change; nothing is changed. */
  @Get('preview')
  @Permit('organisation.manage')
  @ApiOkResponse({ standardSchema: HolidayPreview })
  preview(@Query({ schema: HolidaysQuery }) query: HolidaysQuery): Promise<HolidayPreview> {
    return this.holidays.preview(query);
  }

  @Post('import')
  @HttpCode(200)
  @Permit('organisation.manage')
  @Refuses(404, 409)
  @Repeatable()
  @ApiOkResponse({ standardSchema: Acted })
  import(@Viewing() viewer: Viewer, @Body({ schema: ImportHolidays }) body: ImportHolidays): Promise<Acted> {
    return this.acts.run(viewer, (act) => this.holidays.import(act, body));
  }
}
