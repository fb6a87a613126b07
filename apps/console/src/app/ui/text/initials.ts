/** What stands for a name in a small circle: the family name in Chinese, else the first letters of the outer words. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (/\p{Script=Han}/u.test(first)) return first.slice(0, 1);
  return ([...first].slice(0, 1).join('') + (words.length > 1 ? [...last].slice(0, 1).join('') : '')).toUpperCase();
}
