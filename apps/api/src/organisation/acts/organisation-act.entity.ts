import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RowChange } from './act.js';

@Entity('organisation_act')
export class OrganisationAct {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_act_pkey' })
  id: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;

  @Column('uuid', { name: 'by_sign_in_id', nullable: true })
  bySignInId: string | null;

  @Column('jsonb')
  changes: RowChange[];

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt: Date | null;
}
