/** One way to play a role play of a campaign; a role play without variants has one without a name. */
export interface ScenarioChoice {
  readonly versionId: string;
  readonly variant: string;
}

/**
 * What a candidate plays: something not played before, where that is asked for and there is any; else the one that was
 * played longest ago. `played`: in order of time. `turn` deals what is equally good to one candidate after the other.
 * Undefined where the campaign has no role play.
 */
export function otherVariant<Choice extends ScenarioChoice>(
  choices: readonly Choice[],
  played: readonly ScenarioChoice[],
  { takesOther, turn }: { readonly takesOther: boolean; readonly turn: number },
): Choice | undefined {
  const last = (choice: Choice) =>
    played.findLastIndex(({ versionId, variant }) => versionId === choice.versionId && variant === choice.variant);
  const longestAgo = Math.min(...choices.map(last));
  const good = takesOther ? choices.filter((choice) => last(choice) === longestAgo) : choices;
  return good[turn % good.length];
}
