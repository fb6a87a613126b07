import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { TallyVerification } from '@forecall/contracts';
import { Permit } from '../platform/access/permit.js';
import { VerificationService } from './verification.service.js';

@Controller('tallies')
export class VerificationController {
  constructor(private readonly verification: VerificationService) {}

  @Get('verification')
  @Permit('tallies.read')
  @ApiOkResponse({ standardSchema: TallyVerification })
  last(): Promise<TallyVerification> {
    return this.verification.last();
  }
}
