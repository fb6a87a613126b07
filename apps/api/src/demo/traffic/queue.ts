/**
 * How likely a caller waits and how long, by Erlang's C formula: `lines` people answer, `load` is how many of them the
 * arrivals keep busy (load < lines), a conversation takes `talkMeanSeconds`. Source: A. K. Erlang, 1917.
 */
export function queueAt(lines: number, load: number, talkMeanSeconds: number): Queue {
  let blocked = 1;
  for (let line = 1; line <= lines; line += 1) blocked = (load * blocked) / (line + load * blocked);
  const free = lines - load;
  return {
    waitChance: (lines * blocked) / (free + load * blocked),
    waitMeanSeconds: talkMeanSeconds / free,
  };
}

export interface Queue {
  /** 0..1: the chance that nobody is free. */
  readonly waitChance: number;
  /** Of those who wait; their waits are exponential. */
  readonly waitMeanSeconds: number;
}
