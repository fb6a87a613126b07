const hour = 3_600_000;
const day = 24 * hour;
const firstDay = Date.UTC(2026, 1, 2);
const accountsPerCaller = 50;
const callersPerTeam = 10;
const allowanceDays = 4;
/** Offsets from UTC in hours, one a team. */
const offsets = [-5, 1, 8, 10];
const windows = { day: [9, 18], morning: [9, 12], afternoon: [14, 17], middle: [10, 16] };

export const horizonDays = 90;

const dateOf = (n) => new Date(firstDay + n * day).toISOString().slice(0, 10);
const isWorked = (n) => ((n % 7) + 7) % 7 < 5;
const days = Array.from({ length: horizonDays }, (_, n) => n).filter(isWorked);
const span = (n, offset, [from, to]) => ({
  fromMs: firstDay + n * day + (from - offset) * hour,
  toMs: firstDay + n * day + (to - offset) * hour,
});

/** The same numbers at each run. */
function drawing() {
  let state = 1;
  const share = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  return { share, from: (least, most) => least + Math.floor(share() * (most - least + 1)) };
}

/**
 * What the planner is given for so many accounts: teams of ten in four zones, each account with a rep in care and two
 * others of the team, a cadence of 14 to 30 days, one in three with a narrow window. `load`: calls due over all that can
 * be made.
 */
export function companyOfCalls(accounts, load) {
  const draw = drawing();
  const count = Math.max(callersPerTeam, Math.round(accounts / accountsPerCaller));
  const calls = Array.from({ length: accounts }, (_, n) => callsOf(draw, n, n % count, count)).flat();
  const perDay = calls.length / load / (count * days.length);
  const callers = Array.from({ length: count }, (_, n) => ({
    id: `caller ${n}`,
    callsPerDay: Math.floor(perDay) + Number(draw.share() < perDay % 1),
    days: days.map((on) => ({
      on: dateOf(on),
      open: [span(on, offsetOf(n), [9, 12]), span(on, offsetOf(n), [13, 18])],
    })),
  }));
  const hours = offsets.flatMap((offset) =>
    Object.entries(windows).map(([name, window]) => ({
      id: `${name} ${offset}`,
      open: days.map((on) => span(on, offset, window)),
    })),
  );
  const workingDays = Array.from({ length: horizonDays + 30 }, (_, n) => n - 30)
    .filter(isWorked)
    .map(dateOf);
  return { notBeforeMs: firstDay, workingDays, callers, hours, calls };
}

const teamOf = (caller) => Math.floor(caller / callersPerTeam);
const offsetOf = (caller) => offsets[teamOf(caller) % offsets.length];

function callsOf(draw, account, own, count) {
  const team = teamOf(own) * callersPerTeam;
  const others = [1, 2].map(() => team + ((own - team + draw.from(1, callersPerTeam - 1)) % callersPerTeam));
  const callers = [...new Set([own, ...others])].filter((caller) => caller < count).map((caller) => `caller ${caller}`);
  const narrow = ['morning', 'afternoon', 'middle'][draw.from(0, 2)];
  const hours = `${draw.share() < 2 / 3 ? 'day' : narrow} ${offsetOf(own)}`;
  const cadence = draw.from(14, 30);
  const calls = [];
  for (let due = forward(draw.from(0, cadence)); due < horizonDays; due = forward(due + cadence)) {
    const risk = draw.share();
    calls.push({
      id: `call ${account} ${due}`,
      accountId: `account ${account}`,
      dueOn: dateOf(due),
      earliestOn: dateOf(back(due, allowanceDays)),
      band: risk < 0.1 ? 'at-risk' : risk < 0.3 ? 'watch' : 'good',
      health: draw.from(0, 100),
      callers,
      hours,
      placed: undefined,
    });
  }
  return calls;
}

const forward = (n) => (isWorked(n) ? n : forward(n + 1));
const back = (n, left) => (left === 0 ? n : back(n - 1, left - Number(isWorked(n - 1))));
