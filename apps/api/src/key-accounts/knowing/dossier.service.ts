import { Injectable } from '@nestjs/common';
import type { DossierVersions, WriteDossier } from '@forecall/contracts';
import type { DossierPart } from '@forecall/domain';
import { v7 as uuid } from 'uuid';
import { changedMeanwhile } from '../../organisation/acts/acts.service.js';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { SqlValues } from '../../platform/database/sql-values.js';
import { lockToKnow } from '../account-lock.query.js';
import { noAccount, onlyInside } from '../account-refusal.js';
import { isInside } from '../account-sight.query.js';
import { bySignIn } from '../by-sign-in.js';

/** The seven parts of what one knows of a customer: short texts, of which every version stays. */
@Injectable()
export class DossierService {
  constructor(private readonly database: Database) {}

  /** Refused where somebody wrote since the version that was read. */
  write(viewer: Viewer, accountId: string, part: DossierPart, { text, after }: WriteDossier): Promise<void> {
    return this.database.transaction(async (sql) => {
      await lockToKnow(sql, viewer, accountId);
      const last = await sql.first<{ n: number; text: string }>(
        'SELECT n, text FROM dossier_version WHERE account_id = $1 AND part = $2 ORDER BY n DESC LIMIT 1',
        [accountId, part],
      );
      if ((last?.n ?? 0) !== after) throw changedMeanwhile();
      if ((last?.text ?? '') === text) return;
      await sql.change(
        'INSERT INTO dossier_version (id, account_id, part, n, text, by_sign_in_id) VALUES ($1, $2, $3, $4, $5, $6)',
        [uuid(), accountId, part, after + 1, text, viewer.signInId],
      );
    });
  }

  async versions(viewer: Viewer, accountId: string, part: DossierPart): Promise<DossierVersions> {
    const values = new SqlValues();
    const row = await this.database.first<DossierVersions & { isInside: boolean }>(
      `SELECT ${isInside('a', reachOf(viewer), values)} AS "isInside", coalesce((
         SELECT json_agg(json_build_object('part', d.part, 'n', d.n, 'text', d.text, 'at', d.at,
           'by', ${bySignIn('d.by_sign_in_id')}) ORDER BY d.n DESC)
         FROM (SELECT * FROM dossier_version WHERE account_id = a.id AND part = ${values.add(part, 'text')} ORDER BY n DESC LIMIT 100) d
       ), '[]') AS versions
       FROM account a WHERE a.id = ${values.add(accountId, 'uuid')}`,
      values.list,
    );
    if (!row) throw noAccount();
    if (!row.isInside) throw onlyInside();
    return { versions: row.versions };
  }
}
