import { anAlarm } from '../alarm-builders.js';
import { aboutRecord, absentId, type Cell, deskOf, type Examples, plain } from '../access-matrix/example.js';

const alarm = (cell: Cell): Promise<string> => anAlarm(cell.world.sql, { departmentId: deskOf(cell).departmentId });

const revision = 1;

export const alarms: Examples = {
  'GET /api/alarms': plain(),
  'GET /api/alarms/watches': plain(),
  'PUT /api/alarms/watches/:departmentId': {
    records: ['own', 'neighbour', 'absent'],
    asked: (cell) => ({
      params: { departmentId: cell.kind === 'absent' ? absentId : deskOf(cell).departmentId },
      body: { budgetDays: 92, revision: 0 },
    }),
  },
  'GET /api/alarms/:id': aboutRecord(alarm),
  'POST /api/alarms/:id/take': aboutRecord(alarm, { body: { revision } }),
  'POST /api/alarms/:id/explain': aboutRecord(alarm, { body: { revision, cause: 'process', note: '' } }),
  'POST /api/alarms/:id/false': aboutRecord(alarm, { body: { revision, why: 'Nothing behind it' } }),
};
