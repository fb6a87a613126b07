// A chunk of its own: the exact binomial limits bring much code, and only the table shows them.
export { limitsAround } from '@forecall/domain';
