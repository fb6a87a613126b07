export interface SparklineShape {
  line: string;
  /** The last point, drawn as a dot; null without points. */
  end: { x: number; y: number } | null;
  usualY: number | null;
}

/** Room for the dot at the right end and for half a stroke above and below. */
const margin = 3;

/**
 * A line through shares, on a box of width and height, from 0 at the bottom to `most` at the top; null leaves a gap.
 * The scale is the group's, so that lines can be compared.
 */
export function sparklineShape(
  values: readonly (number | null)[],
  usual: number | null,
  most: number,
  width: number,
  height: number,
): SparklineShape {
  const x = (index: number) => margin + (index * (width - 2 * margin)) / Math.max(1, values.length - 1);
  const y = (value: number) => height - margin - (Math.min(value, most) / (most || 1)) * (height - 2 * margin);
  let line = '';
  let end: SparklineShape['end'] = null;
  let isDrawing = false;
  values.forEach((value, index) => {
    if (value === null) {
      isDrawing = false;
      return;
    }
    end = { x: round(x(index)), y: round(y(value)) };
    line += `${isDrawing ? 'L' : 'M'}${end.x} ${end.y}`;
    isDrawing = true;
  });
  return { line, end, usualY: usual === null ? null : round(y(usual)) };
}

const round = (value: number): number => Math.round(value * 10) / 10;
