/** Whether a host name leads nowhere but to the machine it is asked on, whoever gives it out: RFC 6761. */
export const isLoopback = (name: string): boolean =>
  name === 'localhost' ||
  name.endsWith('.localhost') ||
  name === '[::1]' ||
  name === '::1' ||
  /^127(?:\.\d{1,3}){3}$/.test(name);
