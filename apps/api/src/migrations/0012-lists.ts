import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the lists of contacts and complaints search by, and the views that people keep of them. */
export class Lists0012 implements MigrationInterface {
  name = 'Lists0012_1790000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- Parts of words in any script are found by the pairs of neighbouring letters that they hold.
      CREATE FUNCTION letter_pairs(text text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT one || two), '{}')
        FROM (
          SELECT letter AS one, lead(letter) OVER (ORDER BY n) AS two
          FROM unnest(string_to_array(lower($1), NULL)) WITH ORDINALITY AS letters (letter, n)
        ) neighbours
        WHERE two IS NOT NULL
      $$;
      CREATE INDEX complaint_summary ON complaint USING gin (letter_pairs(summary));
      CREATE INDEX complaint_voided ON complaint (first_received_at) WHERE voided_at IS NOT NULL;

      CREATE TABLE saved_view (
        id uuid PRIMARY KEY,
        sign_in_id uuid NOT NULL REFERENCES sign_in,
        page text NOT NULL CHECK (page IN ('complaints', 'contacts')),
        name text NOT NULL CHECK (name <> ''),
        address text NOT NULL,
        is_first boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE UNIQUE INDEX saved_view_name ON saved_view (sign_in_id, page, lower(name));
      CREATE UNIQUE INDEX saved_view_first ON saved_view (sign_in_id, page) WHERE is_first;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
