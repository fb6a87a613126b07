import type { ComplaintStep } from './complaint-course.js';
import { missingIn, type StepSaid, type StepSaying } from './step-needs.js';

describe('what a step has to say', () => {
  it.each<[ComplaintStep, StepSaid, StepSaying[]]>([
    ['acknowledged', {}, []],
    ['assessed', {}, ['severity', 'impact', 'needForAction']],
    ['assessed', { severity: 'money', impact: 'one-customer' }, ['needForAction']],
    ['assessed', { severity: 'money', impact: 'one-customer', needForAction: 'none' }, []],
    ['investigated', {}, []],
    ['answered', { answer: '  ' }, ['answer']],
    ['answered', { answer: 'The money is on its way.' }, []],
    ['decided', { decision: null }, ['decision']],
    ['decided', { decision: 'partly' }, []],
    ['closed', {}, ['closing']],
    ['closed', { closing: 'accepted' }, []],
    ['closed', { closing: 'rejected' }, ['furtherOptions']],
    ['closed', { closing: 'rejected', furtherOptions: 'The ombudsman, until 31 December' }, []],
    ['reopened', {}, []],
    ['analysed', {}, ['cause']],
  ])('%s with %j lacks %j', (step, said, missing) => {
    expect(missingIn(step, said)).toEqual(missing);
  });
});
