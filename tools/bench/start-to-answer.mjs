import { median, round } from './table.mjs';

/** From the start of the built program (tables already there) to its first answered request. */
export async function startToAnswer({ startApi, databaseUrl, onProgress }) {
  onProgress('start to first answer');
  const times = [];
  for (let n = 0; n < 5; n += 1) {
    const start = performance.now();
    const api = await startApi(databaseUrl);
    const { ok } = await fetch(`${api.url}/api/health`);
    if (!ok) throw new Error('the program does not answer');
    times.push(performance.now() - start);
    await api.stop();
  }
  return [
    ['start', 'median ms', 'slowest ms'],
    ['built program to first answer', round(median(times)), round(Math.max(...times))],
  ];
}
