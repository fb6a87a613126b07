import { Injectable } from '@nestjs/common';
import type { ContactSurveys, EnterSurvey, FieldFault, SurveyContent, SurveyEntered } from '@forecall/contracts';
import { v7 as uuid } from 'uuid';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { badField, badRequest, notFound } from '../../platform/http/problem.js';
import { AnswerService } from '../../satisfaction/answer.service.js';
import { type Fault, judged, type Told } from '../page/judge-reply.js';
import { scored } from '../page/scored.js';
import { addAgentAsk, newestPublished } from './agent-entry.query.js';
import { contactSurveys } from './contact-surveys.query.js';

/** What a customer answered on the telephone, entered by whoever asked: marked by hand, and apart from their own answers. */
@Injectable()
export class AgentEntryService {
  constructor(
    private readonly database: Database,
    private readonly answers: AnswerService,
  ) {}

  async ofContact(viewer: Viewer, contactId: string): Promise<ContactSurveys> {
    const found = await contactSurveys(this.database, contactId, reachOf(viewer));
    if (!found) throw notFound('contact');
    return found;
  }

  enter(viewer: Viewer, contactId: string, { formId, told }: EnterSurvey): Promise<SurveyEntered> {
    return this.database.transaction(async (sql) => {
      await this.answers.lockAnswerable(sql, viewer, contactId);
      const form = await newestPublished(sql, formId);
      if (!form)
        throw badField({
          path: 'formId',
          code: 'form-not-published',
          message: 'is no form that is published and in use',
        });
      const whole = wholeReply(form.content, told);
      const id = uuid();
      await addAgentAsk(sql, { id, contactId, versionId: form.versionId, told: whole });
      await this.answers.recordAsked(
        sql,
        { askId: id, contactId, enteredHow: 'by-hand', createdBy: viewer.signInId },
        scored({ content: form.content, formId }, whole),
      );
      return { askId: id };
    });
  }
}

/** As the page would have taken it; a refusal that names each question and what is wrong with it. */
function wholeReply(content: SurveyContent, sent: EnterSurvey['told']): Told {
  const typed = Object.fromEntries(Object.entries(sent).map(([id, value]) => [id, String(value).trim()]));
  const { told, faults } = judged(content, typed);
  const strange = Object.keys(sent).filter((id) => !content.questions.some((question) => question.id === id));
  const fields: FieldFault[] = [
    ...Object.entries(faults).map(([id, fault]) => faultAt(`told.${id}`, fault)),
    ...strange.map((id) => ({ path: `told.${id}`, code: 'unknown-question', message: 'is no question of this form' })),
  ];
  if (fields.length === 0) return told;
  throw badRequest('invalid', `${fields.map(({ path, message }) => `${path}: ${message}`).join('; ')}.`, { fields });
}

function faultAt(path: string, fault: Fault): FieldFault {
  switch (fault) {
    case 'missing':
      return { path, code: 'answer-missing', message: 'is to be answered' };
    case 'scale':
      return { path, code: 'score-outside-scale', message: 'is outside the scale' };
    case 'option':
      return { path, code: 'unknown-option', message: 'is none of the options' };
    case 'long':
      return { path, code: 'too_big', message: 'is longer than 2000 characters' };
    case 'unreadable':
      return { path, code: 'invalid_format', message: 'holds a character that cannot be kept' };
  }
}
