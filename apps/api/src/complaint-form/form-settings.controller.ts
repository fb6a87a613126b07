import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ChangeComplaintForm, ComplaintForm } from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { type Viewer, Viewing } from '../platform/access/viewer.js';
import { Refuses } from '../platform/http/refuses.js';
import { FormService } from './form.service.js';

@ApiTags('complaints')
@Controller('complaint-form')
export class FormSettingsController {
  constructor(private readonly form: FormService) {}

  @Get()
  @Permit('complaint-form.manage')
  @ApiOkResponse({ standardSchema: ComplaintForm })
  read(): Promise<ComplaintForm> {
    return this.form.settings();
  }

  @Patch()
  @Permit('complaint-form.manage')
  @Refuses(409)
  @ApiOkResponse({ standardSchema: ComplaintForm })
  change(
    @Viewing() viewer: Viewer,
    @Body({ schema: ChangeComplaintForm }) body: ChangeComplaintForm,
  ): Promise<ComplaintForm> {
    return this.form.change(viewer, body);
  }
}
