import type { ClockKind, ClockUnit } from '@forecall/domain';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

const sinceEver = {
  to: (value: Date | null | undefined) => (value === null ? -Infinity : value),
  from: (value: Date | number) => (value instanceof Date ? value : null),
};

/** What is promised for complaints received from an instant on, until the next rule of its kind. */
@Entity('clock_rule')
@Unique('clock_rule_from', ['kind', 'from'])
@Check('clock_rule_kind_check', `kind IN ('acknowledgement', 'answer')`)
@Check('clock_rule_unit_check', `unit IN ('elapsed', 'calendar-days', 'working-days', 'business-time')`)
@Check('clock_rule_amount_check', 'amount > 0')
export class ClockRuleRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'clock_rule_pkey' })
  id: string;

  @Column('text')
  kind: ClockKind;

  @Column('text')
  unit: ClockUnit;

  /** Seconds of elapsed and of business time, else days. */
  @Column('integer')
  amount: number;

  @Column('boolean', { name: 'allows_pauses', default: false })
  allowsPauses: boolean;

  /** null: since before the records begin. */
  @Column('timestamptz', { default: () => "'-infinity'", transformer: sinceEver })
  from: Date | null;

  @Column('integer', { default: 1 })
  revision: number;
}
