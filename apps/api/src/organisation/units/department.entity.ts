import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { fromColumn, type Period, toColumn } from '../period.js';

@Entity('department')
@Index('department_name_now', { synchronize: false })
@Check('department_name_check', `name <> ''`)
@Check('department_check', `"to" IS NULL OR "from" < "to"`)
export class Department implements Period {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'department_pkey' })
  id: string;

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
