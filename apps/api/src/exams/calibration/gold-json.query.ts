import { namedInBoth } from '../../platform/database/named-json.js';

const nameInBoth = (as: string) => `json_build_object('en', ${as}.name_en, 'zh', ${as}.name_zh)`;

export const rubricOf = (version: string, paper: string) =>
  `json_build_object('paperId', ${paper}.id, 'versionId', ${version}.id, 'n', ${version}.n, 'name', ${nameInBoth(paper)})`;

/** A gold session `g`, to everybody who sees it. */
export const sessionColumns = /* sql */ `
  g.id, g.name, ${namedInBoth('d')} AS department, ${rubricOf('v', 'p')} AS rubric, g.due_on::text AS "dueOn",
  CASE WHEN g.closed_at IS NULL THEN 'open' ELSE 'closed' END AS state, g.revision`;

export const sessionJoins = /* sql */ `
  gold_session g JOIN department d ON d.id = g.department_id JOIN exam_paper_version v ON v.id = g.rubric_version_id
  JOIN exam_paper p ON p.id = v.paper_id`;

/** Whether assessor `a` of a session has signed. */
export const hasSigned = `EXISTS (SELECT FROM marking m WHERE m.gold_id = a.gold_id AND m.assessor_id = a.staff_id
  AND m.signed_at IS NOT NULL)`;
