import { Injectable } from '@nestjs/common';
import type {
  AnalyseComplaint,
  AnswerComplaint,
  AssessComplaint,
  CloseComplaint,
  ComplaintStands,
  DecideComplaint,
  InvestigateComplaint,
  Revised,
  TakeStep,
  TellEffect,
} from '@forecall/contracts';
import {
  type ComplaintStep,
  isOpen,
  missingIn,
  skippedBy,
  stageOf,
  type StepSaid,
  stepFault,
  type WorkStep,
} from '@forecall/domain';
import type { Viewer } from '../../platform/access/viewer.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { badRequest, conflict, notFound, type ProblemError } from '../../platform/http/problem.js';
import { ClockDutiesService } from '../clocks/clock-duties.service.js';
import { endPauses, startClocks } from '../clocks/clocks.service.js';
import { skipRefusal, stepRefusal } from '../complaint-refusal.js';
import { reviseComplaint, writeColumns } from '../complaint-row.query.js';
import { insertNote } from '../notes/note.query.js';
import { type Working, workOn } from '../working-on.js';
import { insertAnalysis, insertSteps, type NewStep, tellEffect } from './step.query.js';

/** Clocks differ; a step further ahead of the server is a mistake. */
const aheadToleranceMs = 2 * 60_000;

type Reasons = Readonly<Partial<Record<WorkStep, string>>>;

/** What is told of a step, and what it writes into the complaint's columns. */
interface Telling {
  readonly told: TakeStep & { readonly skipped?: Reasons };
  readonly said?: StepSaid & { readonly remedyGiven?: string };
  readonly columns?: Readonly<Record<string, unknown>>;
  /** A step taken at the same moment just before it. */
  readonly first?: { readonly step: WorkStep; readonly said: StepSaid };
}

/** Takes complaints through their course. */
@Injectable()
export class ComplaintStepService {
  constructor(
    private readonly database: Database,
    private readonly clockDuties: ClockDutiesService,
  ) {}

  acknowledge = (viewer: Viewer, id: string, told: TakeStep) => this.take(viewer, id, 'acknowledged', { told });

  investigate = (viewer: Viewer, id: string, told: InvestigateComplaint) =>
    this.take(viewer, id, 'investigated', { told });

  reopen = (viewer: Viewer, id: string, told: TakeStep) =>
    this.take(viewer, id, 'reopened', { told, columns: { closing: null, further_options: '' } });

  assess(viewer: Viewer, id: string, { severity, impact, needForAction, ...told }: AssessComplaint) {
    return this.take(viewer, id, 'assessed', {
      told,
      said: { severity, impact, needForAction },
      columns: { severity, impact, need_for_action: needForAction },
    });
  }

  answer(viewer: Viewer, id: string, told: AnswerComplaint) {
    return this.take(viewer, id, 'answered', { told, said: { answer: told.toCustomer.text } });
  }

  decide(viewer: Viewer, id: string, { decision, remedyGiven, ...told }: DecideComplaint) {
    return this.take(viewer, id, 'decided', {
      told,
      said: { decision, ...(remedyGiven ? { remedyGiven } : {}) },
      columns: { decision, ...(remedyGiven ? { remedy_given: remedyGiven } : {}) },
    });
  }

  close(
    viewer: Viewer,
    id: string,
    { closing, decision, remedyGiven, furtherOptions, ...told }: CloseComplaint,
  ): Promise<ComplaintStands> {
    return this.take(viewer, id, 'closed', {
      told,
      said: { closing, ...(furtherOptions ? { furtherOptions } : {}), ...(remedyGiven ? { remedyGiven } : {}) },
      columns: {
        closing,
        further_options: furtherOptions,
        // What was decided before the close stays, unless it is said anew.
        ...(decision ? { decision } : {}),
        ...(remedyGiven ? { remedy_given: remedyGiven } : {}),
      },
      ...(decision ? { first: { step: 'decided', said: { decision } } } : {}),
    });
  }

  analyse(viewer: Viewer, id: string, { cause, correctiveAction, ...told }: AnalyseComplaint) {
    return this.database.transaction(async (sql) => {
      const { stepId, stands } = await this.takeIn(sql, viewer, id, 'analysed', { told, said: { cause: cause.text } });
      await insertAnalysis(sql, id, stepId, { cause, correctiveAction });
      return stands;
    });
  }

  /** Whether what was done against the cause has helped; told once. */
  effect(viewer: Viewer, id: string, actionId: string, { effect }: TellEffect): Promise<Revised> {
    return this.database.transaction(async (sql) => {
      const { revision } = await workOn(sql, viewer, id);
      const isNew = await tellEffect(sql, id, actionId, { effect, signInId: viewer.signInId });
      if (isNew === undefined) throw notFound('corrective action');
      if (!isNew) throw conflict('effect-told', 'The effect of this action was told before.');
      await writeColumns(sql, id, {});
      return { id, revision: revision + 1 };
    });
  }

  private take(viewer: Viewer, id: string, step: ComplaintStep, telling: Telling): Promise<ComplaintStands> {
    return this.database.transaction(async (sql) => (await this.takeIn(sql, viewer, id, step, telling)).stands);
  }

  private async takeIn(sql: Sql, viewer: Viewer, id: string, step: ComplaintStep, telling: Telling) {
    const { told, said = {}, columns = {} } = telling;
    const complaint = await workOn(sql, viewer, id, told.revision);
    const steps = stepsToTake(complaint, step, telling);
    const missing = missingIn(step, said);
    if (missing.length > 0) throw missingSayings(missing);
    if (Object.keys(columns).length > 0)
      await reviseComplaint(sql, id, columns, { signInId: viewer.signInId, why: step });
    else await writeColumns(sql, id, {});
    const ids = await insertSteps(sql, id, steps, viewer.signInId);
    await startClocks(sql, [id]);
    await endPauses(sql, id, 'met');
    await this.clockDuties.follow(sql, id, viewer.signInId);
    const stepId = ids.at(-1);
    if (stepId === undefined) throw new Error('A step was to be taken.');
    const { toCustomer } = told;
    if (toCustomer) {
      const at = new Date(steps.at(-1)?.at ?? Date.now());
      await insertNote(sql, { ...toCustomer, complaintId: id, kind: 'to-customer', at, stepId, by: viewer.signInId });
    }
    const course = [...complaint.course, ...steps];
    const stage = stageOf(course) ?? step;
    return { stepId, stands: { id, revision: complaint.revision + 1, stage, isOpen: isOpen(course) } };
  }
}

/** The step, and before it the ones that it passes over, each with the reason given. */
function stepsToTake({ course }: Working, step: ComplaintStep, { told, said = {}, first }: Telling): NewStep[] {
  // A step told without a time follows the last one, even if that came from a clock ahead of ours.
  const at = told.at === undefined ? Math.max(Date.now(), course.at(-1)?.at ?? 0) : Date.parse(told.at);
  if (at > Date.now() + aheadToleranceMs) throw aheadOfTime();
  const fault = stepFault(course, { step, at });
  if (fault) throw stepRefusal(fault);
  const passed = skippedBy(course, step);
  const taken = first && passed.includes(first.step) ? first.step : undefined;
  const reasons = told.skipped ?? {};
  const unsaid = passed.filter((one) => one !== taken && reasons[one] === undefined);
  if (unsaid.length > 0) throw skipRefusal(unsaid);
  const { answer: _, cause: __, ...kept } = said;
  return [
    ...passed.map((one): NewStep => {
      if (one === taken) return { step: one, at, note: '', skippedReason: null, told: first?.said ?? {} };
      return { step: one, at, isSkipped: true, note: '', skippedReason: reasons[one] ?? null, told: {} };
    }),
    { step, at, note: told.note, skippedReason: null, told: kept },
  ];
}

function missingSayings(missing: readonly string[]): ProblemError {
  const fields = missing.map((path) => ({ path, code: 'required', message: 'is needed for this step' }));
  return badRequest('step-incomplete', `${missing.join(', ')}: needed for this step.`, { fields });
}

const aheadOfTime = () =>
  badRequest('ahead-of-time', 'The step lies in the future.', {
    fields: [{ path: 'at', code: 'ahead-of-time', message: 'is more than 2 minutes ahead of the server' }],
  });
