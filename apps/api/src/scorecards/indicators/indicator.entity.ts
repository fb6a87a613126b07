import type { CardKind, DialName, MetricId } from '@forecall/domain';
import { Check, Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** What is wanted of a figure on a kind of card. What it was before today stays: a trigger of its table sees to it. */
@Entity('indicator')
@Index('indicator_card', ['card', 'from'])
@Index('indicator_department', { synchronize: false })
@Index('indicator_team', { synchronize: false })
@Index('indicator_set_by', { synchronize: false })
@Check('indicator_card_check', `card IN ('rep', 'team', 'supervisor', 'department')`)
@Check('indicator_weight_check', 'weight > 0')
@Check('indicator_dial_check', `dial IN ('targets', 'team', 'skills')`)
@Check('indicator_goal_check', 'target <> floor')
@Check('indicator_period_check', 'from_day < to_day')
@Check('indicator_audience_check', 'num_nonnulls(department_id, team_id) <= 1')
@Check('indicator_team_check', `card <> 'department' OR team_id IS NULL`)
@Check('indicator_of_supervisor_check', `(card = 'supervisor') = (dial IS NOT NULL)`)
@Exclusion(
  'indicator_once',
  `USING gist (card WITH =, metric WITH =,
    coalesce(team_id, department_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =,
    daterange(from_day, to_day) WITH &&)`,
)
export class Indicator {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'indicator_pkey' })
  id: string;

  @Column('text')
  metric: MetricId;

  @Column('text')
  card: CardKind;

  @Column('uuid', { name: 'department_id', nullable: true })
  departmentId: string | null;

  @ManyToOne('Department')
  @JoinColumn({ name: 'department_id', foreignKeyConstraintName: 'indicator_department_id_fkey' })
  department?: unknown;

  @Column('uuid', { name: 'team_id', nullable: true })
  teamId: string | null;

  @ManyToOne('Team')
  @JoinColumn({ name: 'team_id', foreignKeyConstraintName: 'indicator_team_id_fkey' })
  team?: unknown;

  @Column('double precision')
  target: number;

  @Column('double precision')
  floor: number;

  @Column('double precision')
  weight: number;

  @Column('text', { nullable: true })
  dial: DialName | null;

  @Column('date', { name: 'from_day' })
  from: string;

  /** The first day on which it holds no more. */
  @Column('date', { name: 'to_day', nullable: true })
  to: string | null;

  @Column('uuid', { name: 'set_by', nullable: true })
  setById: string | null;

  @ManyToOne('Staff')
  @JoinColumn({ name: 'set_by', foreignKeyConstraintName: 'indicator_set_by_fkey' })
  setBy?: unknown;

  @Column('timestamptz', { name: 'set_at', default: () => 'now()' })
  setAt: Date;

  @Column('integer', { default: 1 })
  revision: number;
}
