const EVERY_MS = 15_000;

/** Lines such as `   12 s  Building`, counted from the first moment, and a sign of life in long steps. */
export function progressSince(begunAt, print = console.log) {
  const say = (text) => print(`${String(Math.round((Date.now() - begunAt) / 1000)).padStart(5)} s  ${text}`);
  return {
    begunAt,
    say,
    /** `text` may go on behind its first words in brackets; the sign of life is without them. */
    async during(text, work) {
      say(text);
      const [doing] = text.split(' (');
      const signOfLife = setInterval(() => say(`  … still ${doing.toLowerCase()}`), EVERY_MS);
      try {
        return await work();
      } finally {
        clearInterval(signOfLife);
      }
    },
  };
}
