import type { SurveyContent, SurveyReplyLine } from '@forecall/contracts';
import { replyLines } from '@forecall/domain';

/** What was asked, and what the last reply tells. */
export interface ToldReply {
  readonly content: SurveyContent;
  readonly told: Readonly<Record<string, number | string>>;
}

/** The last reply of an asking with what it was asked by; SQL over its id, by a name of its own in it; null: there is none. */
export const toldReply = (askId: string): string => /* sql */ `(
  SELECT json_build_object('content', told_version.content, 'told', told_reply.told)
  FROM survey_reply told_reply JOIN survey_ask told_ask ON told_ask.id = told_reply.ask_id
    JOIN form_version told_version ON told_version.id = told_ask.version_id
  WHERE told_reply.ask_id = ${askId} ORDER BY told_reply.n DESC LIMIT 1)`;

/** Without `isWithheld` whole; with it without what the customer wrote, which tells who they are. */
export function linesOf(reply: ToldReply | null, isWithheld = false): SurveyReplyLine[] {
  const lines = reply ? replyLines(reply.content.questions, reply.told) : [];
  return isWithheld ? lines.filter(({ kind }) => kind !== 'text') : lines;
}
