import { staffIn, unitsIn } from './table-text.js';

const team = (name: string, nameZh: string | null = null) => ({ name, nameZh });

describe('departments and teams as typed', () => {
  it.each([
    ['typed with teams below', 'Billing; 账务部\n  North; 一组\n- South\n\nRepairs'],
    ['typed with full-width semicolons and bars', 'Billing；账务部；North；一组\nBilling|账务部|South\nRepairs'],
    ['pasted from a spreadsheet', 'Billing\t账务部\tNorth\t一组\r\n\t\tSouth\t\r\nRepairs\t\t\t'],
  ])('%s', (_, text) => {
    expect(unitsIn(text)).toEqual({
      departments: [
        { name: 'Billing', nameZh: '账务部', teams: [team('North', '一组'), team('South')] },
        { name: 'Repairs', nameZh: null, teams: [] },
      ],
      orphans: [],
    });
  });

  it('names the lines of teams that have no department', () => {
    expect(unitsIn('- North\nBilling\n- North\n- north').orphans).toEqual([1]);
    expect(unitsIn('- North\nBilling\n- North\n- north').departments[0]?.teams).toEqual([team('North')]);
  });
});

describe('people as typed', () => {
  it('are a line each, without the head of the table', () => {
    const text = 'Department; Team; Name; E-mail; Number; Supervisor\nBilling; North; 王芳; w@x.test; 7; yes\n\n;; Sun';
    expect(staffIn(text).lines).toEqual([
      {
        line: 2,
        department: 'Billing',
        team: 'North',
        name: '王芳',
        email: 'w@x.test',
        number: '7',
        isSupervisor: true,
      },
      { line: 4, department: '', team: '', name: 'Sun', email: '', number: '', isSupervisor: false },
    ]);
    expect(staffIn('部门\t小组\t姓名\n账务部\t一组\t李雷\t\t\t主管').lines).toMatchObject([
      { line: 2, name: '李雷', isSupervisor: true },
    ]);
    expect(staffIn(Array(501).fill(';;A').join('\n'))).toMatchObject({ tooMany: true });
  });

  it('are read in the order that the head of the table says', () => {
    const text = 'Name\tE-mail\tBirthday\tStaff number\tTeam\tDepartment\n王芳\tw@x.test\t1 May\t7\tNorth\tBilling';
    expect(staffIn(text).lines).toEqual([
      {
        line: 2,
        department: 'Billing',
        team: 'North',
        name: '王芳',
        email: 'w@x.test',
        number: '7',
        isSupervisor: false,
      },
    ]);
    // One such word alone is a person of that name.
    expect(staffIn('Billing; North; Name').lines).toMatchObject([{ line: 1, name: 'Name' }]);
  });
});
