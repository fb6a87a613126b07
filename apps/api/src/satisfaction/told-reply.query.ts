import type { SurveyContent, SurveyReplyLine } from '@forecall/contracts';
import { replyLines } from '@forecall/domain';

/** What was asked, and what the last reply tells. */
export interface ToldReply {
  readonly content: SurveyContent;
  readonly told: Readonly<Record<string, number | string>>;
}

/** The last reply of an asking with what it was asked by; SQL over its id, null where there is none. */
export const toldReply = (askId: string): string => /* sql */ `(
  SELECT json_build_object('content', v.content, 'told', r.told)
  FROM survey_reply r JOIN survey_ask ask ON ask.id = r.ask_id JOIN form_version v ON v.id = ask.version_id
  WHERE r.ask_id = ${askId} ORDER BY r.n DESC LIMIT 1)`;

/** Without `isWithheld` whole; with it without what the customer wrote, which tells who they are. */
export function linesOf(reply: ToldReply | null, isWithheld = false): SurveyReplyLine[] {
  const lines = reply ? replyLines(reply.content.questions, reply.told) : [];
  return isWithheld ? lines.filter(({ kind }) => kind !== 'text') : lines;
}
