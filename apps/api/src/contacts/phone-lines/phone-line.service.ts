import { Inject, Injectable } from '@nestjs/common';
import type { OpenedPhoneLine, OpenPhoneLine, PhoneLineEntry, PhoneLineQuery, PhoneLines } from '@forecall/contracts';
import { AuditTrail } from '../../platform/access/audit-trail.js';
import { newSecret } from '../../platform/access/secret.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badRequest, notFound } from '../../platform/http/problem.js';
import { addPhoneLine, phoneLineById, phoneLines, revokePhoneLine } from './phone-line.query.js';

/** Telephone systems that may tell of their calls, each by an address with a secret of its own. */
@Injectable()
export class PhoneLineService {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(query: PhoneLineQuery): Promise<PhoneLines> {
    return { lines: await phoneLines(this.database, query) };
  }

  open(by: Viewer, wanted: OpenPhoneLine, base: string): Promise<OpenedPhoneLine> {
    const { secret, hash } = newSecret();
    return this.database.transaction(async (sql) => {
      const id = await addPhoneLine(sql, wanted, { secretSha256: hash, signInId: by.signInId });
      if (id === undefined) throw unknownDepartment();
      const line = await found(sql, id);
      await this.trail.record(sql, by, {
        ...{ act: 'phone-line.opened', entity: 'phone_line', id, name: line.name },
        after: { department: line.departmentName },
      });
      return { line, address: new URL(`/api/cti/${secret}`, this.config.PUBLIC_URL ?? base).href };
    });
  }

  revoke(by: Viewer, id: string): Promise<PhoneLineEntry> {
    return this.database.transaction(async (sql) => {
      const line = await found(sql, id);
      if ((await revokePhoneLine(sql, id)) === 1)
        await this.trail.record(sql, by, { act: 'phone-line.revoked', entity: 'phone_line', id, name: line.name });
      return found(sql, id);
    });
  }
}

async function found(sql: Sql, id: string): Promise<PhoneLineEntry> {
  const line = await phoneLineById(sql, id);
  if (!line) throw notFound('telephone system');
  return line;
}

const unknownDepartment = () =>
  badRequest('invalid', 'departmentId: there is no such department.', {
    fields: [{ path: 'departmentId', code: 'unknown-department', message: 'there is no such department' }],
  });
