import { Injectable } from '@nestjs/common';
import type { AccountSurveys } from '@forecall/contracts';
import { gapDimensions } from '@forecall/domain';
import { reachOf, type Viewer } from '../../platform/access/viewer.js';
import { Database } from '../../platform/database/database.js';
import { notFound, ProblemError } from '../../platform/http/problem.js';
import { linesOf } from '../../satisfaction/answer.service.js';
import { accountSight, repliesOf, waitingOf } from './account-surveys.query.js';

type Replies = AccountSurveys['replies'];

/** What the people of an account answered about the relationship, for those who care for it and those who lead them. */
@Injectable()
export class AccountSurveysService {
  constructor(private readonly database: Database) {}

  async ofAccount(viewer: Viewer, id: string): Promise<AccountSurveys> {
    const sight = await accountSight(this.database, id, reachOf(viewer));
    if (!sight) throw notFound('account');
    if (!sight.isInside)
      throw new ProblemError(403, 'account-only-inside', 'Only for those who care for it, or lead those who do.');
    const [stored, waiting] = await Promise.all([repliesOf(this.database, id), waitingOf(this.database, id)]);
    const replies = stored.map(({ reply, ...rest }) => ({ ...rest, lines: linesOf(reply) }));
    return { gaps: gapsIn(replies), replies, waiting: waiting ?? null };
  }
}

/** Perception minus expectation in each dimension, of the last reply that holds both sides of one. */
function gapsIn(replies: Replies): AccountSurveys['gaps'] {
  for (const { at, person, scores } of replies) {
    const side = (item: string) => {
      const found = scores.find((each) => each.kind === 'item' && each.item === item);
      return found && { score: found.score, steps: found.scale };
    };
    const dimensions = gapDimensions.flatMap((dimension) => {
      const [expectation, perception] = [side(`${dimension}-expectation`), side(`${dimension}-perception`)];
      if (!expectation || !perception) return [];
      return [{ dimension, expectation, perception, gap: perception.score - expectation.score }];
    });
    if (dimensions.length > 0) return { at, person, dimensions };
  }
  return null;
}
