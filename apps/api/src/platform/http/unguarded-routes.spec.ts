import { createApp } from '../../app.js';
import { createTestDatabase } from '../../testing/test-database.js';
import { readConfig } from '../config/config.js';

describe('the start', () => {
  it('stops at a route below /api that no controller serves, and names it', async () => {
    const database = await createTestDatabase();
    const app = await createApp(readConfig({ DATABASE_URL: database.url, PORT: '0' }));
    app
      .getHttpAdapter()
      .getInstance()
      .get('/api/aside', () => ({ open: true }));
    await expect(app.listen(0, '127.0.0.1')).rejects.toThrow('These are served past the guard:\nGET /api/aside');
    await app.close();
    await database.drop();
  });
});
