import type { FiguresService } from '../../figures/figures.service.js';
import { badRequest } from '../../platform/http/problem.js';
import { figuresAround, nothingAround, ownFigure } from './figures-around.js';
import type { Subject } from './subject.query.js';

const unit = (name: string) => ({ id: name, name, nameZh: null });
const subject: Subject = {
  ...{ kind: 'rep', ...unit('Ada'), team: unit('A'), department: unit('Billing') },
  ...{ supervisors: [], teamIds: ['A'], departmentIds: ['Billing'] },
};
const period = { from: new Date(0), to: new Date(1), zone: 'UTC' };
const failing = (error: Error) =>
  ({ own: () => Promise.resolve({}), answer: () => Promise.reject(error) }) as unknown as FiguresService;

describe('the figures of a card', () => {
  it('are left out where they are of more rows than are counted at once; nothing else is passed over', async () => {
    const tooMany = failing(badRequest('too-many-rows', 'Too many rows.'));
    expect(await ownFigure(tooMany, 'csat', subject, period)).toBeNull();
    expect(await figuresAround(tooMany, 'csat', subject, period)).toEqual(nothingAround);
    const broken = failing(new Error('away'));
    await expect(ownFigure(broken, 'csat', subject, period)).rejects.toThrow('away');
    await expect(figuresAround(broken, 'csat', subject, period)).rejects.toThrow('away');
  });
});
