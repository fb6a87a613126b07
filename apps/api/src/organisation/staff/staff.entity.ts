import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('staff')
@Unique('staff_external_id_key', ['externalId'])
@Unique('staff_extension_key', ['extension'])
@Index('staff_search', { synchronize: false })
@Index('staff_name_order', { synchronize: false })
@Index('staff_email', { synchronize: false })
@Index('staff_name_folded', { synchronize: false })
@Index('staff_name_lower', { synchronize: false })
@Index('staff_number_lower', { synchronize: false })
@Index('staff_of_batch', { synchronize: false })
@Check('staff_name_check', `name <> ''`)
@Check('staff_extension_check', `extension <> ''`)
export class Staff {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'staff_pkey' })
  id: string;

  @Column('text')
  name: string;

  /** Only for searching: the name's syllables in one word, and their first letters. */
  @Column('text', { default: '' })
  pinyin: string;

  @Column('text', { name: 'pinyin_initials', default: '' })
  pinyinInitials: string;

  /** The staff number of the company's own system. */
  @Column('text', { name: 'external_id', nullable: true })
  externalId: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  /** Where it is not the organisation's. */
  @Column('text', { nullable: true })
  zone: string | null;

  /** The number of their telephone, as the telephone system tells it. */
  @Column('text', { nullable: true })
  extension: string | null;

  /** The last day at work, in the organisation's zone. */
  @Column('date', { name: 'left_on', nullable: true })
  leftOn: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('uuid', { name: 'batch_id', nullable: true })
  batchId: string | null;

  @Column('integer', { default: 1 })
  revision: number;
}
