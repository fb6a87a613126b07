import type { DayKind, LocalInterval } from '@forecall/domain';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation, Unique } from 'typeorm';
import { Calendar } from './calendar.entity.js';

/** What is so on one day of a calendar. */
@Entity('calendar_exception')
@Unique('calendar_exception_day', ['calendarId', 'day'])
@Check('calendar_exception_kind_check', `kind IN ('holiday', 'make-up', 'closed', 'open')`)
@Check('calendar_exception_name_en_check', `name_en <> ''`)
@Check('calendar_exception_name_zh_check', `name_zh <> ''`)
@Check('calendar_exception_check', `intervals IS NULL OR kind IN ('make-up', 'open')`)
@Check('calendar_exception_source_check', `source IN ('library', 'by-hand')`)
export class CalendarException {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'calendar_exception_pkey' })
  id: string;

  @Column('uuid', { name: 'calendar_id' })
  calendarId: string;

  @ManyToOne(() => Calendar)
  @JoinColumn({ name: 'calendar_id', foreignKeyConstraintName: 'calendar_exception_calendar_id_fkey' })
  calendar?: Relation<Calendar>;

  @Column('date')
  day: string;

  @Column('text')
  kind: DayKind;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('text', { name: 'name_zh' })
  nameZh: string;

  /** null: those of the week. */
  @Column('jsonb', { nullable: true })
  intervals: readonly LocalInterval[] | null;

  /** library: imported, and not touched since. */
  @Column('text')
  source: 'library' | 'by-hand';

  @Column('integer', { default: 1 })
  revision: number;
}
