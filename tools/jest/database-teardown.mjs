/** After the API specs: the template goes, and with it the server if it was ours. */
export default async function tearDown() {
  await globalThis.forecallTestDatabase.stop();
}
