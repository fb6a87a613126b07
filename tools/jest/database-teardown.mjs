/** After the API specs: the template goes, and with it the server if it was ours. */
export default async function tearDown() {
  const { server, admin, template } = globalThis.forecallTestDatabase;
  await admin.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await admin.end();
  await server?.stop();
}
