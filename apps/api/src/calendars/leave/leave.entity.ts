import type { LeaveKind } from '@forecall/contracts';
import { Check, Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** Somebody's time off; both days are included. */
@Entity('leave')
@Index('leave_staff', ['staffId', 'to'])
@Index('leave_stand_in', { synchronize: false })
@Index('leave_time', ['to', 'id'])
@Check('leave_kind_check', `kind IN ('annual', 'sick', 'parental', 'training', 'other')`)
@Check('leave_check', `"from" < "to" OR ("from" = "to" AND NOT (from_midday AND until_midday))`)
@Check('leave_check1', 'stand_in_id <> staff_id')
@Exclusion(
  'leave_once',
  `USING gist (staff_id WITH =, tsrange(
    "from" + CASE WHEN from_midday THEN interval '12 hours' ELSE interval '0' END,
    "to" + CASE WHEN until_midday THEN interval '12 hours' ELSE interval '24 hours' END) WITH &&)`,
)
export class Leave {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'leave_pkey' })
  id: string;

  @Column('uuid', { name: 'staff_id' })
  staffId: string;

  @ManyToOne('Staff')
  @JoinColumn({ name: 'staff_id', foreignKeyConstraintName: 'leave_staff_id_fkey' })
  staff?: unknown;

  @Column('date')
  from: string;

  @Column('date')
  to: string;

  /** Half of the first day is worked. */
  @Column('boolean', { name: 'from_midday', default: false })
  fromMidday: boolean;

  @Column('boolean', { name: 'until_midday', default: false })
  untilMidday: boolean;

  @Column('text')
  kind: LeaveKind;

  @Column('uuid', { name: 'stand_in_id', nullable: true })
  standInId: string | null;

  @ManyToOne('Staff')
  @JoinColumn({ name: 'stand_in_id', foreignKeyConstraintName: 'leave_stand_in_id_fkey' })
  standIn?: unknown;

  @Column('text', { default: '' })
  note: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('integer', { default: 1 })
  revision: number;
}
