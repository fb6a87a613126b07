import type { WorkingWeek } from '@forecall/domain';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** What the organisation (no owner), a department or a person sets for itself; null comes from the next one. */
@Entity('calendar')
@Index('calendar_owner', { synchronize: false })
@Index('calendar_staff', { synchronize: false })
@Check('calendar_week_check', 'week IS NULL OR jsonb_array_length(week) = 7')
@Check('calendar_check', 'num_nonnulls(department_id, staff_id) <= 1')
export class Calendar {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'calendar_pkey' })
  id: string;

  @Column('uuid', { name: 'department_id', nullable: true })
  departmentId: string | null;

  @ManyToOne('Department')
  @JoinColumn({ name: 'department_id', foreignKeyConstraintName: 'calendar_department_id_fkey' })
  department?: unknown;

  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId: string | null;

  @ManyToOne('Staff')
  @JoinColumn({ name: 'staff_id', foreignKeyConstraintName: 'calendar_staff_id_fkey' })
  staff?: unknown;

  @Column('text', { nullable: true })
  zone: string | null;

  /** Monday to Sunday. */
  @Column('jsonb', { nullable: true })
  week: WorkingWeek | null;

  @Column('boolean', { name: 'keeps_holidays', nullable: true })
  keepsHolidays: boolean | null;

  /** Whose holidays were imported last; ISO 3166. */
  @Column('text', { nullable: true })
  country: string | null;

  @Column('text', { nullable: true })
  region: string | null;

  @Column('integer', { default: 1 })
  revision: number;
}
