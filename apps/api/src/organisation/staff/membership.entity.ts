import { Check, Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { fromColumn, type Period, toColumn } from '../period.js';
import { Team } from '../units/team.entity.js';
import { Staff } from './staff.entity.js';

/** In which team somebody is, from when to when: one team at a time. */
@Entity('membership')
@Index('membership_team', ['teamId', 'from'])
@Index('membership_staff', ['staffId', 'from'])
@Check('membership_check', `"to" IS NULL OR "from" < "to"`)
@Exclusion('membership_one_team_at_a_time', 'USING gist (staff_id WITH =, tstzrange("from", "to") WITH &&)')
export class Membership implements Period {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'membership_pkey' })
  id: string;

  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @ManyToOne(() => Staff)
  @JoinColumn({ name: 'staff_id', foreignKeyConstraintName: 'membership_staff_id_fkey' })
  staff?: Relation<Staff>;

  @Column('uuid', { name: 'team_id' })
  teamId: string;

  @ManyToOne(() => Team)
  @JoinColumn({ name: 'team_id', foreignKeyConstraintName: 'membership_team_id_fkey' })
  team?: Relation<Team>;

  @Column(fromColumn)
  from: Date | null;

  @Column(toColumn)
  to: Date | null;

  /** The import that made it. */
  @Column('uuid', { name: 'batch_id', nullable: true })
  batchId?: string | null;

  @Column('integer', { default: 1 })
  revision: number;
}
