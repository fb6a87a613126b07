import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { fromColumn, type Period, toColumn } from '../period.js';
import { Department } from './department.entity.js';

@Entity('team')
@Index('team_name_now', { synchronize: false })
@Check('team_name_check', `name <> ''`)
@Check('team_check', `"to" IS NULL OR "from" < "to"`)
export class Team implements Period {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'team_pkey' })
  id: string;

  @Column('uuid', { name: 'department_id' })
  departmentId: string;

  @ManyToOne(() => Department)
  @JoinColumn({ name: 'department_id', foreignKeyConstraintName: 'team_department_id_fkey' })
  department?: Relation<Department>;

  @Column('text')
  name: string;

  @Column('text', { name: 'name_zh', nullable: true })
  nameZh: string | null;

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
