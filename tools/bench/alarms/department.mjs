import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/** Departments and their contacts, by a generator that shares nothing with the simulation behind the thresholds. */

/** The same numbers at each run: a counter, mixed. */
export function drawing(seed) {
  let counter = seed >>> 0;
  return () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

const normal = (draw) => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
const between = (draw, least, most) => least * (most / least) ** draw();

/** How much the true rate changes from day to day: standard deviation over mean. */
const spreads = [0, 0.1, 0.2, 0.4];
/** Monday to Sunday, of an average day. */
const week = [1.35, 1.2, 1.15, 1.15, 1.1, 0.7, 0.35];
/** Each hour from 8 to 20, of an average hour. */
const hours = [0.7, 1.2, 1.5, 1.3, 0.9, 0.9, 1.2, 1.3, 1.1, 0.8, 0.6, 0.5];
export const opensAt = 8 * 60;
export const minutesOpen = hours.length * 60;

/** For a uniform draw the minute it falls on. */
const minuteAt = (() => {
  const cells = hours.flatMap((weight, hour) => {
    const count = Math.round(weight * 600);
    return Array.from({ length: count }, (_, n) => hour * 60 + Math.floor((n / count) * 60));
  });
  return Uint16Array.from(cells);
})();

/** Department `n` of `count` of a seed: sizes are spread evenly, rates and spreads drawn. */
export function makeDepartment(draw, n, count) {
  const perDay = 20 * (3_000 / 20) ** ((n + draw()) / count);
  return { perDay, rate: between(draw, 0.005, 0.08), spread: spreads[Math.floor(draw() * spreads.length)] };
}

/** The true rate of one day: beta or log-normal about the department's. */
export function dayRate(draw, { rate, spread }, kind) {
  if (spread === 0) return rate;
  if (kind === 'log-normal') {
    const variance = Math.log(1 + spread ** 2);
    return Math.min(0.9, rate * Math.exp(Math.sqrt(variance) * normal(draw) - variance / 2));
  }
  const strength = (1 - rate) / (rate * spread ** 2) - 1;
  return betaQuantile(draw(), rate * strength, (1 - rate) * strength);
}

/** Contacts of each minute of a day: the week's rhythm, a tenth more or less by chance, and chance itself. */
export function drawMinutes(draw, { perDay }, weekday, into) {
  into.fill(0);
  const mean = perDay * week[weekday] * Math.exp(0.1 * normal(draw) - 0.005);
  const volume = Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(draw)));
  for (let n = 0; n < volume; n += 1) into[minuteAt[Math.floor(draw() * minuteAt.length)]] += 1;
}
