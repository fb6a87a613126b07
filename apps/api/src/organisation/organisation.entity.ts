import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity('organisation')
@Unique('organisation_only_one_key', ['onlyOne'])
@Check('organisation_only_one_check', 'only_one')
@Check('organisation_name_check', `name <> ''`)
@Check('organisation_country_check', `country ~ '^[A-Z]{2}$'`)
@Check('organisation_locale_check', `locale IN ('en', 'zh')`)
export class Organisation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_pkey' })
  id: string;

  @Column('boolean', { name: 'only_one', default: true })
  onlyOne: boolean;

  @Column('text')
  name: string;

  /** IANA name: days, weeks and "from that day on" are meant in this zone. */
  @Column('text')
  zone: string;

  @Column('text', { default: 'en' })
  locale: 'en' | 'zh';

  /** ISO 3166: where telephone numbers without their country are from. */
  @Column('text', { nullable: true })
  country: string | null;

  @Column('boolean', { name: 'is_demo', default: false })
  isDemo: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('integer', { default: 1 })
  revision: number;
}
