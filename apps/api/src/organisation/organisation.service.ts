import { Injectable } from '@nestjs/common';
import type { ChangeOrganisation } from '@forecall/contracts';
import { refuseUnknownZone } from '../platform/database/known-zone.js';
import { notFound } from '../platform/http/problem.js';
import type { Act } from './acts/act.js';
import { Organisation } from './organisation.entity.js';

@Injectable()
export class OrganisationService {
  /** Another zone moves the bounds of days in every figure, past ones too; the instants that were recorded stay. */
  async change(act: Act, { revision, ...wanted }: ChangeOrganisation): Promise<Organisation> {
    const [organisation] = await act.entities.find(Organisation);
    if (!organisation) throw notFound('organisation');
    if (wanted.zone !== undefined) await refuseUnknownZone(act.sql, wanted.zone);
    const { id, name, zone, locale, country } = organisation;
    const changed = await act.change(Organisation, organisation, wanted, revision);
    await act.record({
      act: 'organisation.changed',
      entity: 'organisation',
      id,
      name: changed.name,
      before: { name, zone, locale, country },
      after: { name: changed.name, zone: changed.zone, locale: changed.locale, country: changed.country },
    });
    return changed;
  }
}
