import { z } from 'zod';
import { FigureAnswer, MetricName } from './figure.js';
import { Named, NamedInBoth, uuid } from './written.js';

/** Local calendar days including today, up to the running minute. */
export const teamWindows = ['today', 'd7', 'd28'] as const;
/** So many people of a team are shown. */
export const mostTeamMembers = 200;

export const TeamQuestion = z
  .strictObject({
    team: uuid.optional().describe('Left out: the first by name of those one leads'),
    window: z.enum(teamWindows).default('today'),
  })
  .meta({ id: 'TeamQuestion' });
export type TeamQuestion = z.output<typeof TeamQuestion>;

/** The figures of the team page in the order of its columns: how much, how satisfied, what was complained of. */
export const teamMetrics = ['handled', 'csat', 'csat-relationship', 'complaints-concerning'] as const;
export const TeamFigures = z.record(MetricName.extract(teamMetrics), FigureAnswer).meta({ id: 'TeamFigures' });
export type TeamFigures = z.infer<typeof TeamFigures>;

export const TeamMember = z
  .object({
    staff: Named,
    isMember: z.boolean().describe('false: has left the team, and counts in the period'),
    isOnLeave: z.boolean().describe('Today; of members'),
    figures: TeamFigures,
    duties: z.object({ open: z.int(), overdue: z.int() }).nullable().describe('null: of nobody who has left'),
  })
  .meta({ id: 'TeamMember' });
export type TeamMember = z.infer<typeof TeamMember>;

/** A team as it stands, its people by name. Each figure is that of the figure route, of this team and, for a person, by rep. */
export const TeamReply = z
  .object({
    team: NamedInBoth,
    department: NamedInBoth,
    supervisors: z.array(Named).describe('Who leads it now, stand-ins last'),
    window: z.enum(teamWindows),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    asOf: z.iso.datetime(),
    total: TeamFigures,
    members: z.array(TeamMember).max(mostTeamMembers),
    hasMore: z.boolean().describe('The team has more people than are shown'),
  })
  .meta({ id: 'TeamReply' });
export type TeamReply = z.infer<typeof TeamReply>;
