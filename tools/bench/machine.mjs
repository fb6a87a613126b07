import { cpus, totalmem } from 'node:os';

/** One line that says what the figures were measured on. */
export function machine(postgresVersion) {
  const [first] = cpus();
  const memoryGiB = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} x ${first?.model.trim() ?? 'unknown processor'}, ${memoryGiB} GiB, ${process.platform}, Node ${process.versions.node}, PostgreSQL ${postgresVersion}; load, program and database share these cores`;
}
