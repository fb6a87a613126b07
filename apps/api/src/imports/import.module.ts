import { Module } from '@nestjs/common';
import { BadRowsFile } from './batch/bad-rows-file.service.js';
import { BatchWork } from './batch/batch-work.service.js';
import { BulkController } from './bulk/bulk.controller.js';
import { BulkService } from './bulk/bulk.service.js';
import { ImportController } from './import.controller.js';
import { ImportService } from './import.service.js';
import { PresetController } from './presets/preset.controller.js';
import { PresetsService } from './presets/presets.service.js';
import { Threads } from './thread/threads.js';

@Module({
  controllers: [ImportController, PresetController, BulkController],
  providers: [ImportService, PresetsService, BatchWork, BadRowsFile, Threads, BulkService],
})
export class ImportModule {}
