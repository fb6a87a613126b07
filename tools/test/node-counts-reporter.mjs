/** A reporter for node --test that writes nothing but the final counts, as JSON. */
export default async function* report(events) {
  for await (const { type, data } of events) {
    // A summary with a file is about that file alone.
    if (type === 'test:summary' && data.file === undefined) yield JSON.stringify(data.counts);
  }
}
