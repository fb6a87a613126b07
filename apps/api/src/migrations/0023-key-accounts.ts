import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of key accounts and the people in them: when they may be called, how they are, what we know of them. */
export class KeyAccounts0023 implements MigrationInterface {
  name = 'KeyAccounts0023_1790000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      ALTER TABLE account
        -- How much of our care an account gets within its class.
        ADD COLUMN tier text CHECK (tier IN ('A', 'B', 'C')),
        -- Whose holidays they keep; null: those of our organisation. ISO 3166, and a part of it.
        ADD COLUMN country text CHECK (country ~ '^[A-Z]{2}$'),
        ADD COLUMN region text,
        -- When they may be called, in their zone: Monday to Sunday, each a list of {fromMinute, toMinute}; null: our hours.
        ADD COLUMN calling_week jsonb CHECK (jsonb_array_length(calling_week) = 7);

      ALTER TABLE person
        ADD COLUMN zone text,
        ADD COLUMN calling_week jsonb CHECK (jsonb_array_length(calling_week) = 7),
        -- Whom to call first at an account: 1, then 2; null: after those.
        ADD COLUMN call_order smallint CHECK (call_order BETWEEN 1 AND 99),
        ADD COLUMN do_not_call_since timestamptz,
        ADD COLUMN do_not_call_why text NOT NULL DEFAULT '';

      -- Seen by whom and when; the newest counts. The type follows from the behaviours and is kept as it was said then.
      CREATE TABLE temperament (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        type text NOT NULL CHECK (type IN ('results', 'professor', 'actor', 'good-natured')),
        behaviours text[] NOT NULL CHECK (cardinality(behaviours) > 0),
        confidence text NOT NULL CHECK (confidence IN ('guess', 'likely', 'sure')),
        by_sign_in_id uuid REFERENCES sign_in,
        at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX temperament_person ON temperament (person_id, at DESC, id DESC);

      -- Every version stays; the newest of a part is what we know now. An empty text says that it holds no longer.
      CREATE TABLE dossier_version (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account,
        part text NOT NULL
          CHECK (part IN ('background', 'organisation', 'project', 'way-in', 'competitors', 'timetable', 'gain')),
        n integer NOT NULL,
        text text NOT NULL,
        by_sign_in_id uuid REFERENCES sign_in,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT dossier_version_n UNIQUE (account_id, part, n)
      );
      CREATE INDEX dossier_version_time ON dossier_version (account_id, at DESC, id DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
