/** So much room a toast takes. */
const toastPixels = 72;

/** How far from the bottom of the window its bars reach (`data-foot-bar`, and the main act of a narrow page), one above the other, in pixels. */
export function footPixels(page: Document = document): number {
  const height = page.defaultView?.innerHeight ?? 0;
  const bars = [...page.querySelectorAll('[data-foot-bar], .main-act')]
    .map((bar) => bar.getBoundingClientRect())
    .filter((rect) => rect.height > 0 && rect.top < height)
    .toSorted((a, b) => b.bottom - a.bottom);
  const top = bars.reduce(
    (reached, rect) => (rect.bottom > reached - toastPixels ? Math.min(reached, rect.top) : reached),
    height,
  );
  return Math.min(height - top, Math.max(0, height - 2 * toastPixels));
}
