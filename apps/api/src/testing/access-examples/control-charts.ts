import { v7 as uuid } from 'uuid';
import { aboutRecord, absentId, type Cell, deskOf, type Examples } from '../access-matrix/example.js';

const records = ['own', 'neighbour', 'absent'] as const;
const metric = 'complaint-rate';
const departmentOf = (cell: Cell) => (cell.kind === 'absent' ? absentId : deskOf(cell).departmentId);

async function aBaseline(cell: Cell): Promise<string> {
  const id = uuid();
  const { sql, admin } = cell.world;
  await sql.change(
    `INSERT INTO chart_baseline (id, department_id, metric, "from", reason, set_by)
     VALUES ($1, $2, 'complaint-rate', current_date, 'new prices', $3)`,
    [id, departmentOf(cell), admin.signInId],
  );
  return id;
}

/** Every leader sees the chart of every department; its head and executives say where its limits begin. */
export const controlCharts: Examples = {
  'GET /api/control-charts': {
    records,
    asked: (cell) => ({ query: { metric, from: '2026-01-01', to: '2026-02-01', department: departmentOf(cell) } }),
  },
  'POST /api/control-charts/baselines': {
    records,
    asked: async (cell) => {
      await cell.world.sql.change('DELETE FROM chart_baseline');
      const row = await cell.world.sql.first<{ day: string }>(
        `SELECT to_char(now() - interval '3 days', 'YYYY-MM-DD') AS day`,
      );
      return { body: { departmentId: departmentOf(cell), metric, from: row?.day, reason: 'new prices' } };
    },
  },
  'POST /api/control-charts/baselines/:id/undo': aboutRecord(aBaseline),
};
