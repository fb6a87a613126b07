import { Injectable } from '@nestjs/common';
import type { ChangeDutySetting, DutySetting } from '@forecall/contracts';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { conflict } from '../../platform/http/problem.js';
import { dutySetting, writeDutySetting } from './duty-setting.query.js';

/** When overdue duties go up. What has gone up stays there; all else follows the setting from the next minute on. */
@Injectable()
export class DutySettingService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  read(): Promise<DutySetting> {
    return dutySetting(this.database);
  }

  change(viewer: Viewer, { revision, ...told }: ChangeDutySetting): Promise<DutySetting> {
    return this.database.transaction(async (sql) => {
      const { revision: stands, ...before } = await dutySetting(sql, 'FOR UPDATE');
      if (stands !== revision) throw revisedMeanwhile(stands);
      await writeDutySetting(sql, told);
      await this.audit.record(sql, viewer, {
        ...{ act: 'duty-setting.changed', entity: 'duty_setting', id: settingId, name: '' },
        ...{ before, after: told },
      });
      return dutySetting(sql);
    });
  }
}

/** There is one; the trail wants an id. */
const settingId = '00000000-0000-7000-8000-00000000d0d0';

const revisedMeanwhile = (revision: number) =>
  conflict('revised-meanwhile', 'Somebody has changed this meanwhile. Look at it anew.', { values: { revision } });
