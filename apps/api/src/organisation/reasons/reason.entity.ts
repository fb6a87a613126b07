import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { fromColumn, type Period, toColumn } from '../period.js';
import { Department } from '../units/department.entity.js';

/** What contacts are about. A reason without a department of its own takes its parent's. */
@Entity('reason')
@Index('reason_name_now', { synchronize: false })
@Index('reason_parent', ['parentId', 'place'])
@Check('reason_name_en_check', `name_en <> ''`)
@Check('reason_name_zh_check', `name_zh <> ''`)
@Check('reason_check', `"to" IS NULL OR "from" < "to"`)
@Check('reason_is_answered_for', 'parent_id IS NOT NULL OR answerable_department_id IS NOT NULL')
export class Reason implements Period {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reason_pkey' })
  id: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @ManyToOne(() => Reason)
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'reason_parent_id_fkey' })
  parent?: Relation<Reason> | null;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('text', { name: 'name_zh' })
  nameZh: string;

  @Column('uuid', { name: 'answerable_department_id', nullable: true })
  departmentId: string | null;

  @ManyToOne(() => Department)
  @JoinColumn({ name: 'answerable_department_id', foreignKeyConstraintName: 'reason_answerable_department_id_fkey' })
  department?: Relation<Department> | null;

  /** Where it stands among the reasons of the same parent, counted from 0. */
  @Column('integer', { default: 0 })
  place: number;

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
