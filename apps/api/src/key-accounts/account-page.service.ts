import { Injectable } from '@nestjs/common';
import type { AccountPage } from '@forecall/contracts';
import { CustomerService } from '../customers/finding/customer.service.js';
import { reachOf, type Viewer } from '../platform/access/viewer.js';
import { Database } from '../platform/database/database.js';
import { SqlValues } from '../platform/database/sql-values.js';
import { isDirected, isInside } from './account-sight.query.js';
import { bySignIn } from './by-sign-in.js';

export {
  lockToDirect as lockAccountToDirect,
  lockToKnow as lockAccountToKnow,
  stayedAccount,
} from './account-lock.query.js';
export { isInside as isAccountInside } from './account-sight.query.js';

interface SeenRow {
  readonly mayDirect: boolean;
  readonly inside: AccountPage['inside'];
}

/** What the page of an account begins with. */
@Injectable()
export class AccountPageService {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerService,
  ) {}

  async page(viewer: Viewer, id: string): Promise<AccountPage> {
    const values = new SqlValues();
    const reach = reachOf(viewer);
    const [account, seen] = await Promise.all([
      this.customers.account(id),
      this.database.first<SeenRow>(
        /* sql */ `
        SELECT ${isDirected('a', reach, values)} AS "mayDirect",
          CASE WHEN ${isInside('a', reach, values)} THEN json_build_object(
            'classes', coalesce((SELECT json_agg(json_build_object('id', c.id, 'class', c.class, 'from', c."from", 'to', c."to",
                'why', c.why, 'by', ${bySignIn('c.set_by')}) ORDER BY c."from" DESC)
              FROM (SELECT * FROM account_class WHERE account_id = a.id ORDER BY "from" DESC LIMIT 50) c), '[]'),
            'care', coalesce((SELECT json_agg(json_build_object('id', c.id, 'part', c.part, 'from', c."from", 'to', c."to",
                'staff', (SELECT json_build_object('id', s.id, 'name', s.name) FROM staff s WHERE s.id = c.staff_id))
                ORDER BY c."to" DESC NULLS FIRST, c."from" DESC, c.id)
              FROM (SELECT * FROM account_care WHERE account_id = a.id ORDER BY "to" DESC NULLS FIRST, "from" DESC, id LIMIT 50) c
            ), '[]'),
            'dossier', coalesce((SELECT json_agg(json_build_object('part', d.part, 'n', d.n, 'text', d.text, 'at', d.at,
                'by', ${bySignIn('d.by_sign_in_id')}))
              FROM (SELECT DISTINCT ON (part) * FROM dossier_version WHERE account_id = a.id ORDER BY part, n DESC) d), '[]')
          ) END AS inside
        FROM account a WHERE a.id = ${values.add(id, 'uuid')}`,
        values.list,
      ),
    ]);
    return { account, mayDirect: seen?.mayDirect ?? false, inside: seen?.inside ?? null };
  }
}
