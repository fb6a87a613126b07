import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Practical exams: what is asked, who must pass, who examines whom and when, how it was marked, and what came of it. */
export class Exams0027 implements MigrationInterface {
  name = 'Exams0027_1790000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(/* sql */ `
      -- A rubric or a role play; null: of every department.
      CREATE TABLE exam_paper (
        id uuid PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('rubric', 'scenario')),
        department_id uuid REFERENCES department,
        name_en text NOT NULL,
        name_zh text NOT NULL,
        archived_at timestamptz,
        revision integer NOT NULL DEFAULT 1,
        created_by uuid REFERENCES sign_in,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (name_en <> '' OR name_zh <> '')
      );
      CREATE INDEX exam_paper_list ON exam_paper (kind, created_at DESC, id DESC);

      -- The text of a paper; at most one is a draft. What was published stays as it is, for the results that were marked by it.
      CREATE TABLE exam_paper_version (
        id uuid PRIMARY KEY,
        paper_id uuid NOT NULL REFERENCES exam_paper ON DELETE CASCADE,
        n integer NOT NULL CHECK (n > 0),
        content jsonb NOT NULL,
        saved_at timestamptz NOT NULL DEFAULT now(),
        saved_by uuid REFERENCES sign_in,
        published_at timestamptz,
        published_by uuid REFERENCES sign_in,
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT exam_paper_version_once UNIQUE (paper_id, n)
      );
      CREATE UNIQUE INDEX exam_paper_draft ON exam_paper_version (paper_id) WHERE published_at IS NULL;
      CREATE FUNCTION keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A published version of an exam paper is not changed' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER keep_published BEFORE UPDATE ON exam_paper_version FOR EACH ROW
        WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION keep_published();

      -- One department brought through an exam: by which rubric and role plays, from when to when, by which rules.
      CREATE TABLE campaign (
        id uuid PRIMARY KEY,
        department_id uuid NOT NULL REFERENCES department,
        name_en text NOT NULL,
        name_zh text NOT NULL,
        rubric_version_id uuid NOT NULL REFERENCES exam_paper_version,
        opens_on date NOT NULL,
        ends_on date NOT NULL,
        -- What an exam takes, preparing and talking it over included.
        minutes integer NOT NULL CHECK (minutes BETWEEN 10 AND 240),
        rules jsonb NOT NULL,
        begun_at timestamptz,
        begun_by uuid REFERENCES sign_in,
        closed_at timestamptz,
        closed_by uuid REFERENCES sign_in,
        revision integer NOT NULL DEFAULT 1,
        created_by uuid REFERENCES sign_in,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (name_en <> '' OR name_zh <> ''),
        CHECK (opens_on <= ends_on),
        CHECK (closed_at IS NULL OR begun_at IS NOT NULL)
      );
      CREATE INDEX campaign_department ON campaign (department_id, opens_on DESC, id DESC);
      CREATE INDEX campaign_running ON campaign (id) WHERE begun_at IS NOT NULL AND closed_at IS NULL;

      CREATE TABLE campaign_scenario (
        campaign_id uuid NOT NULL REFERENCES campaign ON DELETE CASCADE,
        version_id uuid NOT NULL REFERENCES exam_paper_version,
        PRIMARY KEY (campaign_id, version_id)
      );
      -- Teams whose members must pass; none: all of the department.
      CREATE TABLE campaign_team (
        campaign_id uuid NOT NULL REFERENCES campaign ON DELETE CASCADE,
        team_id uuid NOT NULL REFERENCES team,
        PRIMARY KEY (campaign_id, team_id)
      );
      CREATE TABLE campaign_assessor (
        campaign_id uuid NOT NULL REFERENCES campaign ON DELETE CASCADE,
        staff_id uuid NOT NULL REFERENCES staff,
        PRIMARY KEY (campaign_id, staff_id)
      );
      CREATE INDEX campaign_assessor_staff ON campaign_assessor (staff_id);

      -- Who must pass: since when, and until when where they left or were excused.
      CREATE TABLE candidate (
        id uuid PRIMARY KEY,
        campaign_id uuid NOT NULL REFERENCES campaign ON DELETE CASCADE,
        staff_id uuid NOT NULL REFERENCES staff,
        team_id uuid NOT NULL REFERENCES team,
        in_on date NOT NULL,
        out_on date,
        out_kind text CHECK (out_kind IN ('left', 'moved', 'excused')),
        out_why text NOT NULL DEFAULT '',
        -- Longer than the campaign, for this one.
        until_on date,
        until_why text NOT NULL DEFAULT '',
        revision integer NOT NULL DEFAULT 1,
        CONSTRAINT candidate_once UNIQUE (campaign_id, staff_id),
        CHECK ((out_on IS NULL) = (out_kind IS NULL))
      );
      CREATE INDEX candidate_staff ON candidate (staff_id);

      -- One attempt of one candidate. Its course is in exam_step; the columns are where it stands now.
      CREATE TABLE exam (
        id uuid PRIMARY KEY,
        campaign_id uuid NOT NULL REFERENCES campaign,
        candidate_id uuid NOT NULL REFERENCES candidate,
        staff_id uuid NOT NULL REFERENCES staff,
        attempt integer NOT NULL CHECK (attempt > 0),
        scenario_version_id uuid REFERENCES exam_paper_version,
        variant text NOT NULL DEFAULT '',
        starts_at timestamptz NOT NULL,
        minutes integer NOT NULL CHECK (minutes BETWEEN 10 AND 240),
        assessor_id uuid NOT NULL REFERENCES staff,
        second_id uuid REFERENCES staff,
        -- A person chose the slot; a new plan leaves it there.
        is_fixed boolean NOT NULL DEFAULT false,
        -- booked: to come or being marked; second: another assessor must mark; head: the marks differ; settled: it counts.
        state text NOT NULL DEFAULT 'booked' CHECK (state IN ('booked', 'second', 'head', 'settled', 'absent', 'cancelled')),
        settled_at timestamptz,
        outcome text CHECK (outcome IN ('passed', 'failed', 'not-assessed')),
        -- Of the markings that count; 0 to 100 unrounded.
        score numeric,
        failed_critical text[] NOT NULL DEFAULT '{}',
        -- The candidate said that they have read it; without a word it stands when the time for a dispute is over.
        accepted_at timestamptz,
        revision integer NOT NULL DEFAULT 1,
        CHECK ((settled_at IS NULL) = (outcome IS NULL)),
        CHECK ((state = 'settled') = (settled_at IS NOT NULL)),
        CHECK (second_id <> assessor_id),
        CHECK (assessor_id <> staff_id AND second_id <> staff_id)
      );
      -- An attempt that was given up or missed does not use up its number.
      CREATE UNIQUE INDEX exam_attempt ON exam (candidate_id, attempt) WHERE state NOT IN ('absent', 'cancelled');
      CREATE INDEX exam_campaign ON exam (campaign_id, starts_at);
      CREATE INDEX exam_staff ON exam (staff_id, starts_at);
      CREATE INDEX exam_assessor ON exam (assessor_id, starts_at);
      CREATE INDEX exam_second ON exam (second_id, starts_at) WHERE second_id IS NOT NULL;
      CREATE INDEX exam_candidate ON exam (candidate_id);
      CREATE INDEX exam_settled ON exam (settled_at, id) WHERE settled_at IS NOT NULL;

      CREATE TABLE exam_step (
        id uuid PRIMARY KEY,
        exam_id uuid NOT NULL REFERENCES exam ON DELETE CASCADE,
        step text NOT NULL CHECK (step IN ('booked', 'moved', 'cancelled', 'absent', 'marked', 'second-asked', 'to-head', 'settled',
          'decided', 'accepted', 'disputed', 'dispute-decided')),
        at timestamptz NOT NULL DEFAULT now(),
        by_staff_id uuid REFERENCES staff,
        note text NOT NULL DEFAULT '',
        data jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX exam_step_exam ON exam_step (exam_id, at);

      -- Marked examples, to see how far assessors agree.
      CREATE TABLE gold_session (
        id uuid PRIMARY KEY,
        department_id uuid NOT NULL REFERENCES department,
        rubric_version_id uuid NOT NULL REFERENCES exam_paper_version,
        name text NOT NULL,
        recording text NOT NULL,
        due_on date NOT NULL,
        closed_at timestamptz,
        revision integer NOT NULL DEFAULT 1,
        created_by uuid REFERENCES sign_in,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX gold_session_department ON gold_session (department_id, created_at DESC, id DESC);
      CREATE TABLE gold_assessor (
        gold_id uuid NOT NULL REFERENCES gold_session ON DELETE CASCADE,
        staff_id uuid NOT NULL REFERENCES staff,
        PRIMARY KEY (gold_id, staff_id)
      );

      -- What one assessor gave, of an exam or of an example; signed it never changes.
      CREATE TABLE marking (
        id uuid PRIMARY KEY,
        exam_id uuid REFERENCES exam,
        gold_id uuid REFERENCES gold_session,
        assessor_id uuid NOT NULL REFERENCES staff,
        -- {item: points | "not-applicable"}
        marks jsonb NOT NULL DEFAULT '{}',
        -- {item: note for the candidate}
        notes jsonb NOT NULL DEFAULT '{}',
        -- [{id, item, seconds, text, link}]
        evidence jsonb NOT NULL DEFAULT '[]',
        feedback text NOT NULL DEFAULT '',
        seconds integer NOT NULL DEFAULT 0 CHECK (seconds >= 0),
        begun_at timestamptz NOT NULL DEFAULT now(),
        saved_at timestamptz NOT NULL DEFAULT now(),
        signed_at timestamptz,
        -- As the one function of score computed them when it was signed; hundredths.
        numerator integer,
        denominator integer,
        failed_critical text[] NOT NULL DEFAULT '{}',
        outcome text CHECK (outcome IN ('passed', 'failed', 'not-assessed')),
        revision integer NOT NULL DEFAULT 1,
        CHECK ((exam_id IS NULL) <> (gold_id IS NULL)),
        CHECK ((signed_at IS NULL) = (outcome IS NULL)),
        CONSTRAINT marking_once UNIQUE NULLS NOT DISTINCT (exam_id, gold_id, assessor_id)
      );
      CREATE INDEX marking_assessor ON marking (assessor_id, begun_at DESC);
      CREATE FUNCTION keep_signed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A signed marking is not changed' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER keep_signed BEFORE UPDATE ON marking FOR EACH ROW
        WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION keep_signed();

      -- The candidate does not accept the result; somebody who did not mark decides. The first score stays where it is.
      CREATE TABLE dispute (
        id uuid PRIMARY KEY,
        exam_id uuid NOT NULL UNIQUE REFERENCES exam,
        at timestamptz NOT NULL DEFAULT now(),
        why text NOT NULL,
        decided_at timestamptz,
        decided_by uuid REFERENCES staff,
        decision text CHECK (decision IN ('stands', 'passed', 'failed', 'again')),
        decided_why text NOT NULL DEFAULT '',
        CHECK ((decided_at IS NULL) = (decision IS NULL))
      );
      CREATE INDEX dispute_open ON dispute (at) WHERE decided_at IS NULL;

      -- Who passed, and until when it holds; null: for good.
      CREATE TABLE certificate (
        id uuid PRIMARY KEY,
        staff_id uuid NOT NULL REFERENCES staff,
        campaign_id uuid NOT NULL REFERENCES campaign,
        exam_id uuid NOT NULL UNIQUE REFERENCES exam,
        from_on date NOT NULL,
        until_on date,
        revoked_at timestamptz
      );
      CREATE INDEX certificate_staff ON certificate (staff_id, from_on DESC);
      CREATE INDEX certificate_end ON certificate (until_on) WHERE until_on IS NOT NULL AND revoked_at IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup to go back.');
  }
}
