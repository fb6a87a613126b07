import { Injectable } from '@nestjs/common';
import type { Complainant, LinkComplainant } from '@forecall/contracts';
import { ComplaintLockService } from '../../complaints/complaint-lock.service.js';
import { CorrectionService } from '../../contacts/correcting/correction.service.js';
import { CustomerService } from '../../customers/finding/customer.service.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { notFound } from '../../platform/http/problem.js';
import { namedInBoth } from '../../platform/database/named-json.js';

type Told = Omit<Complainant, 'suggestions'>;

/** Who wrote into the public form, and to whom that belongs. */
@Injectable()
export class ComplainantService {
  constructor(
    private readonly database: Database,
    private readonly complaints: ComplaintLockService,
    private readonly corrections: CorrectionService,
    private readonly customers: CustomerService,
  ) {}

  async read(viewer: Viewer, id: string): Promise<Complainant> {
    const told = await this.database.transaction(async (sql) => {
      await this.complaints.hold(sql, viewer, id);
      return toldOf(sql, id);
    });
    return { ...told, suggestions: await this.customers.matching(told) };
  }

  async link(viewer: Viewer, id: string, customer: LinkComplainant): Promise<Complainant> {
    await this.database.transaction(async (sql) => {
      const { contactId } = await this.complaints.hold(sql, viewer, id);
      const { account, person } = await toldOf(sql, id);
      const isSame = (account?.id ?? null) === customer.accountId && (person?.id ?? null) === customer.personId;
      if (isSame) return;
      const by = { viewer, why: 'Linked to who wrote into the public form' };
      await this.corrections.nameCustomer(sql, by, contactId, customer);
    });
    return this.read(viewer, id);
  }
}

async function toldOf(sql: Sql, id: string): Promise<Told> {
  const told = await sql.first<Told>(
    /* sql */ `
    SELECT t.name, t.company, t.customer_number AS "customerNumber", t.email, t.phone,
      to_json(t.happened_on) AS "happenedOn", t.locale, to_json(k.first_received_at) AS "receivedAt",
      ${namedInBoth('account')} AS account, ${namedInBoth('person')} AS person
    FROM complainant t JOIN complaint k ON k.id = t.complaint_id JOIN contact c ON c.id = k.contact_id
    LEFT JOIN account ON account.id = c.account_id LEFT JOIN person ON person.id = c.person_id
    WHERE t.complaint_id = $1`,
    [id],
  );
  if (!told) throw notFound('complainant');
  return told;
}
