import { createHash } from 'node:crypto';
import {
  contactFaults,
  missingIn,
  skippedBy,
  stepFault,
  type ComplaintStep,
  type Behaviour,
  type ContactFacts,
  type StepTaken,
  temperamentOf,
  temperaments,
} from '@forecall/domain';
import { demoRows, demoSeed } from './demo-rows.js';
import type { Row, TableRows } from './row.js';

const now = Date.parse('2026-11-20T06:30:00Z');
const hashOf = (tables: readonly TableRows[]) => createHash('sha256').update(JSON.stringify(tables)).digest('hex');

describe('the rows of the demo', () => {
  let tables: TableRows[];
  beforeAll(() => {
    tables = demoRows(demoSeed, now, 'hash');
  }, 120_000);
  const rowsOf = (name: string): Row[] => tables.filter(({ table }) => table === name).flatMap(({ rows }) => [...rows]);
  const countBy = (rows: readonly Row[], column: string) =>
    rows.reduce<Record<string, number>>((counts, row) => {
      const key = String(row[column]);
      return { ...counts, [key]: (counts[key] ?? 0) + 1 };
    }, {});

  it('are the same for the same seed and moment, and others for another seed', () => {
    const hash = hashOf(tables);
    expect(hashOf(demoRows(demoSeed, now, 'hash'))).toBe(hash);
    expect(hashOf(demoRows(demoSeed + 1, now, 'hash'))).not.toBe(hash);
  }, 120_000);

  it('are as many as promised', () => {
    expect(rowsOf('department')).toHaveLength(6);
    expect(rowsOf('team')).toHaveLength(24);
    expect(countBy(rowsOf('role_grant'), 'role')).toEqual({
      rep: 201,
      // One handed over to another during the year.
      supervisor: 25,
      head: 6,
      executive: 1,
      admin: 1,
    });
    const present = rowsOf('membership').filter(({ to }) => to === null);
    expect(new Set(present.map(({ staff_id: id }) => id)).size).toBe(200);
    expect(new Set(present.map(({ team_id: id }) => id)).size).toBe(24);
    const leads = rowsOf('leadership').filter(({ to }) => to === null);
    expect(countBy(leads, 'role')).toEqual({ supervisor: 24, head: 6 });
    const reasons = rowsOf('reason');
    expect(reasons.filter(({ parent_id: parent }) => parent === null)).toHaveLength(8);
    expect(reasons.filter(({ parent_id: parent }) => parent !== null)).toHaveLength(40);
    expect(rowsOf('account')).toHaveLength(600);
    expect(
      countBy(
        rowsOf('account_class').filter(({ to }) => to === null),
        'class',
      ),
    ).toEqual({
      loyal: 45,
      'fast-growing': 35,
      dormant: 25,
      'worth-cultivating': 45,
    });
    expect(rowsOf('contact').length).toBeGreaterThan(80_000);
    expect(rowsOf('contact').length).toBeLessThan(120_000);
  });

  it('hold the calls of the last 90 days, made or missed, each once and with its contact', () => {
    const calls = rowsOf('planned_call');
    const { reached = 0, missed = 0, ...others } = countBy(calls, 'state');
    expect([reached > 200, missed > 30, others]).toEqual([true, true, {}]);
    expect(new Set(calls.map(({ account_id: account, due_on: day }) => `${account} ${day}`)).size).toBe(calls.length);
    const proactive = new Set(rowsOf('contact').flatMap((row) => (row['purpose'] === 'proactive' ? [row['id']] : [])));
    expect(calls.filter((row) => row['contact_id'] !== null && !proactive.has(row['contact_id']))).toEqual([]);
    expect(rowsOf('call_attempt')).toHaveLength(calls.length);
  });

  it('name everything in both languages, and everybody once', () => {
    const nameless = [...rowsOf('department'), ...rowsOf('team')].filter(
      ({ name_zh: zh }) => !/\p{Script=Han}/u.test(String(zh)),
    );
    expect(nameless).toEqual([]);
    expect(rowsOf('reason').filter(({ name_zh: zh }) => !/\p{Script=Han}/u.test(String(zh)))).toEqual([]);
    const staff = rowsOf('staff');
    expect(new Set(staff.map(({ name }) => name)).size).toBe(staff.length);
    expect(new Set(staff.map(({ email }) => email)).size).toBe(staff.length);
    const chinese = rowsOf('account').filter(({ name_zh: zh }) => zh !== null);
    expect(chinese.length).toBeGreaterThan(350);
    expect(chinese.length).toBeLessThan(450);
    expect(chinese.filter(({ pinyin, pinyin_initials: initials }) => pinyin === '' || initials === '')).toEqual([]);
    expect(rowsOf('account')[0]).toMatchObject({ name: 'Harbour Bank', name_zh: '海港银行', pinyin_initials: 'hgyh' });
  });

  it('contradict themselves nowhere, by the rules for contacts that people log', () => {
    const wrong = rowsOf('contact').flatMap((row) =>
      contactFaults({
        ...(row as unknown as ContactFacts),
        startedAt: Date.parse(String(row['started_at'])),
        endedAt: Date.parse(String(row['ended_at'])),
        waitSeconds: row['wait_seconds'] as number | null,
        talkSeconds: row['talk_seconds'] as number | null,
        holdSeconds: row['hold_seconds'] as number | null,
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('give everybody present something to do, and a few something overdue', () => {
    const duties = rowsOf('duty');
    const present = rowsOf('membership').filter(({ to }) => to === null);
    const owners = new Set(duties.map(({ owner_id: id }) => id));
    expect(present.filter(({ staff_id: id }) => !owners.has(id ?? null))).toEqual([]);
    const overdue = duties.filter(({ due_at: at, kind }) => kind === 'by-hand' && Date.parse(String(at)) <= now);
    expect(overdue.length).toBeGreaterThan(20);
    expect(overdue.length).toBeLessThan(45);
    expect(duties.length).toBeLessThan(1200);
  });

  it('know half of the people of key accounts by what was observed, and two to seven parts of each dossier', () => {
    const key = new Set(rowsOf('account_class').map(({ account_id: id }) => id));
    const people = rowsOf('person').filter(({ account_id: id }) => key.has(id ?? null));
    const observed = rowsOf('temperament');
    const share = new Set(observed.map(({ person_id: id }) => id)).size / people.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
    const seen = (row: Row) => row['behaviours'] as unknown as readonly Behaviour[];
    expect(observed.filter((row) => temperamentOf(seen(row)) !== row['type'])).toEqual([]);
    expect(new Set(observed.map(({ type }) => type))).toEqual(new Set(temperaments));
    const newest = rowsOf('dossier_version').filter(({ n }) => n === 1);
    const parts = Object.values(countBy(newest, 'account_id'));
    expect([parts.length, Math.min(...parts), Math.max(...parts)]).toEqual([150, 2, 7]);
    expect(rowsOf('dossier_version').filter(({ text }) => /[{}]/.test(String(text)))).toEqual([]);
    expect(rowsOf('account_class').filter(({ why }) => why === '')).toEqual([]);
    const barred = people.filter(({ do_not_call_since: since }) => since !== null).length;
    expect(barred).toBeGreaterThan(3);
    expect(barred).toBeLessThan(40);
  });

  it('have most key accounts taught and some about to be, by who cares for them; of those ahead nobody came yet', () => {
    const sessions = rowsOf('training_session');
    const today = new Date(now).toISOString().slice(0, 10);
    const ahead = new Set(sessions.filter(({ held_on: day }) => String(day) > today).map(({ id }) => id));
    const taught = new Set(sessions.filter(({ id }) => !ahead.has(id)).map(({ account_id: id }) => id));
    expect([ahead.size > 8, taught.size > 90, taught.size < 135]).toEqual([true, true, true]);
    const attendance = rowsOf('training_attendance');
    expect(new Set(attendance.map((one) => `${one['session_id']} ${one['person_id']}`)).size).toBe(attendance.length);
    expect(attendance.filter((one) => (one['is_present'] === null) !== ahead.has(one['session_id']))).toEqual([]);
    expect(attendance.filter((one) => one['score'] !== null && one['is_present'] !== true)).toEqual([]);
  });

  it('have problems that we found, of some of which the customer complained later, to the point of a mean', () => {
    const complaints = rowsOf('complaint');
    const contacts = new Map(rowsOf('contact').map((row) => [row['id'], row]));
    const matter = (row: Row) => {
      const contact = contacts.get(row['contact_id']);
      return `${contact?.['account_id']} ${contact?.['reason_id']}`;
    };
    const received = (row: Row) => Date.parse(String(row['first_received_at']));
    const found = complaints.filter((row) => row['found_by_us'] === true && row['repeat_of'] === null);
    const own = complaints.filter((row) => row['found_by_us'] === false);
    const later = found.filter((row) =>
      own.some(
        (one) =>
          matter(one) === matter(row) &&
          received(one) > received(row) &&
          received(one) < received(row) + 90 * 86_400_000,
      ),
    );
    expect(later.length).toBeGreaterThan(0.2 * found.length);
    expect(later.length).toBeLessThan(0.5 * found.length);
    // As the last 90 days show it.
    expect(later.filter((row) => received(row) > now - 90 * 86_400_000).length).toBeGreaterThanOrEqual(5);
  });

  it('are written by colleagues in the language of the company', () => {
    const han = (table: string, ...columns: string[]) =>
      rowsOf(table).filter((row) => columns.some((column) => /\p{Script=Han}/u.test(String(row[column] ?? ''))));
    expect(han('promise', 'what', 'void_why', 'broken_why')).toEqual([]);
    expect(han('training_session', 'topic', 'material', 'expectation')).toEqual([]);
    expect(han('contact', 'note')).toEqual([]);
    expect(han('dossier_version', 'text')).toEqual([]);
    // What customers say is in theirs.
    expect(han('training_attendance', 'feedback').length).toBeGreaterThan(0);
  });

  it('know nothing of the future', () => {
    const late = tables.flatMap(({ table, rows }) =>
      rows
        .filter((row) =>
          ['ended_at', 'at', 'created_at', 'recorded_at', 'first_received_at'].some(
            (column) => typeof row[column] === 'string' && Date.parse(row[column]) > now,
          ),
        )
        .map((row) => [table, row['id']]),
    );
    expect(late).toEqual([]);
    const last = Date.parse(String(rowsOf('contact').at(-1)?.['ended_at']));
    expect(now - last).toBeLessThan(20 * 60_000);
  });

  it('take each complaint through its course in a possible order, and leave the young ones open', () => {
    const courses = new Map<string, StepTaken[]>();
    const faults: unknown[] = [];
    for (const row of rowsOf('complaint_step')) {
      const id = String(row['complaint_id']);
      const course = courses.get(id) ?? [];
      const isSkipped = row['skipped_reason'] !== null;
      const next = { step: row['step'] as ComplaintStep, at: Date.parse(String(row['at'])), isSkipped };
      const fault = stepFault(course, next) ?? (isSkipped ? undefined : skippedBy(course, next.step)[0]);
      if (fault) faults.push([id, next, fault]);
      courses.set(id, [...course, next]);
    }
    expect(faults).toEqual([]);
    const complaints = rowsOf('complaint');
    expect(courses.size).toBe(complaints.length);
    const isOpen = ({ id }: Row) =>
      courses.get(String(id))?.findLast(({ step }) => step === 'closed' || step === 'reopened')?.step !== 'closed';
    const ageDays = (row: Row) => (now - Date.parse(String(row['first_received_at']))) / 86_400_000;
    const share = (rows: readonly Row[]) => rows.filter(isOpen).length / rows.length;
    expect(share(complaints.filter((row) => ageDays(row) < 2))).toBeGreaterThan(0.6);
    expect(share(complaints.filter((row) => ageDays(row) > 90))).toBeLessThan(0.02);
    const acknowledgedLate = complaints.filter((row) => {
      const taken = courses.get(String(row['id'])) ?? [];
      const acknowledged = taken.find(({ step }) => step === 'acknowledged')?.at ?? now;
      return acknowledged - (taken[0]?.at ?? 0) > 86_400_000;
    });
    expect(acknowledgedLate.length / complaints.length).toBeLessThan(0.12);
  });

  it('bring one department through an exam: most have passed, each by the score of their marks', () => {
    const exams = rowsOf('exam');
    const markings = rowsOf('marking').filter(({ exam_id: id }) => id !== undefined);
    const passed = exams.filter(({ outcome }) => outcome === 'passed');
    const { passed: many = 0, failed = 0 } = countBy(markings, 'outcome');
    expect(passed.length).toBeGreaterThan(rowsOf('candidate').length / 2);
    expect(rowsOf('certificate').map(({ exam_id: id }) => id)).toEqual(passed.map(({ id }) => id));
    expect({ many, hasFailed: failed > 0 }).toEqual({ many: passed.length, hasFailed: true });
    const isAhead = (row: Row) => Date.parse(String(row['starts_at'])) > now;
    expect(exams.filter(isAhead)).toEqual(exams.filter(({ state }) => state === 'booked'));
  });

  it('promise customers something: most of it kept, some late, moved, given up, void, and some to come', () => {
    const promises = rowsOf('promise');
    const at = (row: Row, column: string) => Date.parse(String(row[column]));
    const isOpen = (row: Row) => row['kept_at'] === null && row['voided_at'] === null && row['broken_at'] === null;
    const kinds: Record<string, Row[]> = {
      kept: promises.filter((row) => row['kept_at'] !== null && at(row, 'kept_at') <= at(row, 'due_at')),
      keptLate: promises.filter((row) => row['kept_at'] !== null && at(row, 'kept_at') > at(row, 'due_at')),
      moved: promises.filter((row) => row['due_at'] !== row['original_due_at']),
      broken: promises.filter((row) => row['broken_at'] !== null),
      void: promises.filter((row) => row['voided_at'] !== null),
      late: promises.filter((row) => isOpen(row) && at(row, 'due_at') < now),
      toCome: promises.filter((row) => isOpen(row) && at(row, 'due_at') > now),
    };
    for (const [kind, rows] of Object.entries(kinds)) expect([kind, rows.length > 5]).toEqual([kind, true]);
    expect(kinds['kept']!.length).toBeGreaterThan(promises.length / 2);
    expect(promises.length).toBeLessThan(6000);
    const isEarly = (row: Row) =>
      ['made_at', 'kept_at', 'voided_at', 'broken_at'].some((column) => at(row, column) > now) ||
      at(row, 'original_due_at') <= at(row, 'made_at') ||
      at(row, 'due_at') < at(row, 'original_due_at');
    expect(promises.filter(isEarly)).toEqual([]);
    // What is open is somebody's duty, and nothing else is.
    const owed = rowsOf('duty').filter(({ kind }) => kind === 'promise');
    expect(new Set(owed.map(({ source_id: id }) => id))).toEqual(new Set(promises.filter(isOpen).map(({ id }) => id)));
  });

  it('say with complaints what their steps need, and hand some over', () => {
    const steps = rowsOf('complaint_step').filter(({ skipped_reason: skipped }) => skipped === null);
    const told = (row: Row) => row['told'] as unknown as Readonly<Record<string, string>>;
    const answered = new Set(rowsOf('complaint_note').map(({ step_id: id }) => id));
    const analysed = new Set(rowsOf('cause').map(({ step_id: id }) => id));
    const saidBy = (row: Row) => ({
      ...told(row),
      ...(answered.has(row['id'] ?? null) && { answer: 'told' }),
      ...(analysed.has(row['id'] ?? null) && { cause: 'found' }),
    });
    expect(steps.flatMap((row) => missingIn(row['step'] as ComplaintStep, saidBy(row)))).toEqual([]);
    expect(rowsOf('complaint').filter(({ decision }) => decision !== null).length).toBeGreaterThan(500);
    expect(rowsOf('handover').length).toBeGreaterThan(50);
    expect(rowsOf('complaint_note').filter(({ kind }) => kind === 'internal').length).toBeGreaterThan(50);
    expect(rowsOf('corrective_action').length).toBeGreaterThan(50);
  });

  it('ask customers by surveys, and see to low answers', () => {
    const states = Object.keys(countBy(rowsOf('survey_ask'), 'state')).toSorted();
    expect(states).toEqual(['answered', 'bounced', 'expired', 'sent']);
    const { null: open = 0, ...ended } = countBy(rowsOf('recovery'), 'outcome');
    expect([open > 0, (ended['settled'] ?? 0) > open, Object.keys(ended).length]).toEqual([true, true, 4]);
    expect(rowsOf('answer').filter((row) => row['contact_id'] === null && row['rep_id'] === null)).toEqual([]);
  });
});
