/** Aborts at the first Ctrl-C, kill or closed terminal; all further ones (npm passes them on twice) change nothing. */
export function stopSignals() {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stop.abort());
  return stop;
}
