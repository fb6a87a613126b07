import { askedIn, firstAsked, fitsView, givenBy, paramsOf, queryOf, viewsOf, withView } from './asked.js';

describe('the question of a report', () => {
  it('stands whole in the address, without what goes without saying', () => {
    const params = paramsOf(firstAsked);
    expect(params).toMatchObject({ metrics: ['complaint-rate'], period: 'last-12-weeks', by: ['week'], scope: null });
    expect(params).toMatchObject({ clock: null, threshold: null, letters: null, view: 'trend' });
    expect(askedIn(queryOf(firstAsked))).toEqual(firstAsked);
    // The router gives a single value where there is one.
    expect(askedIn({ ...queryOf(firstAsked), metrics: 'csat', by: 'month' })).toMatchObject({
      ...{ metrics: ['csat'], by: ['month'], threshold: 20 },
    });
  });

  it('is none where the address is mistyped', () => {
    expect(askedIn({})).toBeNull();
    expect(askedIn({ metrics: 'no-such', period: 'last-week' })).toBeNull();
    expect(askedIn({ metrics: 'csat', period: 'next-week' })).toBeNull();
  });

  it('leaves out groups that a metric is not given by', () => {
    expect(givenBy({ ...firstAsked, metrics: ['customer-attribute'] })).toMatchObject({ by: [], view: 'table' });
    expect(givenBy({ ...firstAsked, by: ['rep', 'month'] })).toMatchObject({ by: ['month'] });
    expect(givenBy(firstAsked)).toBe(firstAsked);
  });

  it('offers no view that would need groups the metric is not given by', () => {
    expect(viewsOf(firstAsked)).toContain('trend');
    const ofCustomers = givenBy({ ...firstAsked, metrics: ['customer-attribute'] });
    expect(viewsOf(ofCustomers)).toContain('bars');
    expect(viewsOf(ofCustomers)).not.toEqual(expect.arrayContaining(['trend']));
    expect(viewsOf(ofCustomers)).not.toEqual(expect.arrayContaining(['heat-map']));
  });

  it('gets groups that can be drawn as asked', () => {
    for (const view of ['trend', 'bars', 'heat-map', 'pareto', 'distribution'] as const)
      expect(fitsView(withView(firstAsked, view), view)).toBe(true);
    expect(withView(firstAsked, 'pareto').metrics).toEqual(['complaints']);
    expect(withView({ ...firstAsked, metrics: ['csat'] }, 'distribution').by).toEqual(['score']);
    expect(withView({ ...firstAsked, by: ['month'] }, 'trend').by).toEqual(['month']);
  });
});
