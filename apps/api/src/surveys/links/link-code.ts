import { randomInt } from 'node:crypto';

/** Without what is easily taken for something else when it is typed from paper. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz';
const length = 10;
const form = new RegExp(`^[${signs}]{${length}}$`);

/** Of 31 signs ten: nobody finds one by trying, and it is typed in a few seconds. */
export const newCode = (): string => Array.from({ length }, () => signs[randomInt(signs.length)]).join('');

/** Whether it may be the code of a link for whoever comes by; the secret of a letter is longer. */
export const isCode = (token: string): boolean => form.test(token);
