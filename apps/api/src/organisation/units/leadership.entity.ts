import { Check, Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { LeadingRole } from '@forecall/contracts';
import { fromColumn, type Period, toColumn } from '../period.js';
import { Staff } from '../staff/staff.entity.js';
import { Department } from './department.entity.js';
import { Team } from './team.entity.js';

/** Who leads a unit from when to when: its supervisor or head, or a stand-in beside either. */
@Entity('leadership')
@Index('leadership_staff', ['staffId'])
@Index('leadership_team', ['teamId', 'from'])
@Index('leadership_department', ['departmentId', 'from'])
@Check('leadership_role_check', `role IN ('supervisor', 'head', 'stand-in')`)
@Check('leadership_check', `"to" IS NULL OR "from" < "to"`)
@Check('leadership_one_unit', 'num_nonnulls(team_id, department_id) = 1')
@Check('leadership_supervisor_of_team', `role <> 'supervisor' OR team_id IS NOT NULL`)
@Check('leadership_head_of_department', `role <> 'head' OR department_id IS NOT NULL`)
@Exclusion('leadership_one_supervisor', 'USING gist (team_id WITH =, tstzrange("from", "to") WITH &&)')
@Exclusion('leadership_one_head', 'USING gist (department_id WITH =, tstzrange("from", "to") WITH &&)')
@Exclusion('leadership_stand_in_once', 'USING gist (staff_id WITH =, tstzrange("from", "to") WITH &&)')
export class Leadership implements Period {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'leadership_pkey' })
  id: string;

  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @ManyToOne(() => Staff)
  @JoinColumn({ name: 'staff_id', foreignKeyConstraintName: 'leadership_staff_id_fkey' })
  staff?: Relation<Staff>;

  @Column('text')
  role: LeadingRole;

  @Column('uuid', { name: 'team_id', nullable: true })
  teamId: string | null;

  @ManyToOne(() => Team)
  @JoinColumn({ name: 'team_id', foreignKeyConstraintName: 'leadership_team_id_fkey' })
  team?: Relation<Team> | null;

  @Column('uuid', { name: 'department_id', nullable: true })
  departmentId: string | null;

  @ManyToOne(() => Department)
  @JoinColumn({ name: 'department_id', foreignKeyConstraintName: 'leadership_department_id_fkey' })
  department?: Relation<Department> | null;

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
