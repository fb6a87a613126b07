import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ImportPresetEntry, ImportPresetList, PresetName, SaveImportPreset } from '@forecall/contracts';
import { Permit } from '../../platform/access/permit.js';
import { type Viewer, Viewing } from '../../platform/access/viewer.js';
import { Refuses } from '../../platform/http/refuses.js';
import { PresetsService } from './presets.service.js';

const Name = () => Param('name', { schema: PresetName });

@ApiTags('imports')
@Controller('import-presets')
export class PresetController {
  constructor(private readonly presets: PresetsService) {}

  @Get()
  @Permit('import.manage')
  @ApiOkResponse({ standardSchema: ImportPresetList })
  list(): Promise<ImportPresetList> {
    return this.presets.list();
  }

  @Get(':name')
  @Permit('import.manage')
  @ApiOkResponse({ standardSchema: ImportPresetEntry })
  one(@Name() name: string): Promise<ImportPresetEntry> {
    return this.presets.one(name);
  }

  @Put(':name')
  @Permit('import.manage')
  @ApiOkResponse({ standardSchema: ImportPresetEntry })
  @Refuses(409)
  save(
    @Viewing() viewer: Viewer,
    @Name() name: string,
    @Body({ schema: SaveImportPreset }) body: SaveImportPreset,
  ): Promise<ImportPresetEntry> {
    return this.presets.save(viewer, name, body);
  }

  @Delete(':name')
  @HttpCode(204)
  @Permit('import.manage')
  @ApiNoContentResponse()
  @Refuses(409)
  remove(@Viewing() viewer: Viewer, @Name() name: string): Promise<void> {
    return this.presets.remove(viewer, name);
  }
}
