import { isLoopback } from './loopback.js';

describe('a host name', () => {
  it.each(['localhost', 'app.localhost', '127.0.0.1', '127.8.0.255', '::1', '[::1]'])('%s leads here alone', (name) =>
    expect(isLoopback(name)).toBe(true),
  );
  it.each(['forecall.example', '127.example', '10.0.0.1', '192.168.1.5', 'localhost.example', '[fe80::1]', ''])(
    '%s may be reached from elsewhere',
    (name) => expect(isLoopback(name)).toBe(false),
  );
});
