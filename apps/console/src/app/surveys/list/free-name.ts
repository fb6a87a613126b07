interface Name {
  readonly en: string;
  readonly zh: string;
}

/** The name itself, or with the first number that no other one has in either language: "After a call 2". */
export function freeName(name: Name, taken: readonly Name[]): Name {
  const numbered = (n: number): Name => (n === 1 ? name : { en: `${name.en} ${n}`, zh: `${name.zh} ${n}` });
  const isTaken = ({ en, zh }: Name) =>
    taken.some((one) => one.en.toLowerCase() === en.toLowerCase() || one.zh.toLowerCase() === zh.toLowerCase());
  let n = 1;
  while (isTaken(numbered(n))) n += 1;
  return numbered(n);
}
