import { type Examples, plain } from '../access-matrix/example.js';

export const notifications: Examples = {
  'POST /api/notifications/read': plain(() => ({ body: { until: new Date().toISOString() } })),
  'PUT /api/notifications/settings': plain({ body: {} }),
};
