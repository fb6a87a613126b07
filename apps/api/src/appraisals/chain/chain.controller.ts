import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ChainVerification } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { ChainService } from './chain.service.js';

@ApiTags('appraisals')
@Controller('appraisal-chain')
export class ChainController {
  constructor(private readonly chain: ChainService) {}

  @Get('verification')
  @Permit('appraisal-chain.read')
  @ApiOkResponse({ standardSchema: ChainVerification })
  last(): Promise<ChainVerification> {
    return this.chain.last();
  }
}
