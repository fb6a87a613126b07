/** Where a score lies on its scale, which begins at 1, in percent of the line. */
export const placeOn = ({ score, steps }: { readonly score: number; readonly steps: number }): number =>
  steps > 1 ? ((score - 1) / (steps - 1)) * 100 : 0;

/** A difference of whole scores with its sign, by a real minus. */
export const signed = (difference: number): string => {
  if (difference === 0) return '±0';
  return difference < 0 ? `−${-difference}` : `+${difference}`;
};
