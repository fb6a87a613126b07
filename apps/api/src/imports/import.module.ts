import { Module } from '@nestjs/common';
import { BadRowsFile } from './batch/bad-rows-file.service.js';
import { BatchWork } from './batch/batch-work.service.js';
import { ImportController } from './import.controller.js';
import { ImportService } from './import.service.js';
import { PresetController } from './presets/preset.controller.js';
import { PresetsService } from './presets/presets.service.js';
import { Threads } from './thread/threads.js';

@Module({
  controllers: [ImportController, PresetController],
  providers: [ImportService, PresetsService, BatchWork, BadRowsFile, Threads],
})
export class ImportModule {}
