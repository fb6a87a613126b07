import { ImportPreset } from '@forecall/contracts';
import { headerOf } from './header.js';
import { rowReader } from './row-reader.js';

const preset = ImportPreset.parse({
  name: 'tickets',
  title: 'Tickets',
  source: 'tickets',
  zone: 'Europe/Zurich',
  unit: { department: 'Service', team: 'Service 1' },
  contact: {
    startedAt: { column: 'Reported', format: 'DD/MM/YYYY HH:mm' },
    endedAt: { column: 'Responded', format: 'DD/MM/YYYY HH:mm' },
    channel: 'phone',
    outcome: 'handled',
  },
});
const read = rowReader(preset, headerOf(['Reported', 'Responded']), 'Europe/Zurich');
const faults = (...cells: string[]) => {
  const row = read({ line: 2, cells, isMisquoted: false }, Date.UTC(2026, 5, 1));
  return row.kind === 'refused' ? row.faults.map(({ column, code, value }) => [column, code, value]) : row.kind;
};

describe('a row that contradicts itself', () => {
  it('is refused with the cell as the file has it, not as the program reads it', () => {
    expect(faults('01/03/2026 09:00', '01/03/2026 09:20')).toBe('taken');
    expect(faults('01/03/2026 09:00', '03/03/2026 09:00')).toEqual([['Responded', 'out-of-range', '03/03/2026 09:00']]);
    expect(faults('01/03/2026 09:00', '01/03/2026 08:30')).toEqual([
      ['Responded', 'contradiction', '01/03/2026 08:30'],
    ]);
    expect(faults('01/03/2027 09:00', '01/03/2027 09:20')).toEqual([['Reported', 'in-the-future', '01/03/2027 09:00']]);
  });
});
