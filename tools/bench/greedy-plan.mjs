const slotMs = 20 * 60_000;

/** Each call, by its due date, takes the first free place that it likes: on time with its own caller, another, late. */
export function greedyPlan({ workingDays, callers, hours, calls }) {
  const dates = [...new Set(callers.flatMap(({ days }) => days.map(({ on }) => on)))].sort();
  const open = new Map(hours.map(({ id, open: spans }) => [id, new Set(spans.flatMap(startsIn))]));
  const diary = new Map(
    callers.flatMap(({ id, callsPerDay, days }) =>
      days.map(({ on, open: spans }) => [
        `${id} ${on}`,
        { room: callsPerDay, starts: new Set(spans.flatMap(startsIn)) },
      ]),
    ),
  );
  const lastOf = new Map();
  const plan = { placements: [], unplaced: [] };
  const worked = workingDays.toSorted();
  const late = (dueOn, on) => worked.filter((each) => each > dueOn && each <= on).length;
  for (const call of calls.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))) {
    const place = firstPlace(call, {
      dates,
      open: open.get(call.hours),
      diary,
      after: lastOf.get(call.accountId) ?? '',
    });
    if (!place) {
      plan.unplaced.push({ callId: call.id });
      continue;
    }
    lastOf.set(call.accountId, place.on);
    const workingDaysLate = place.on > call.dueOn ? late(call.dueOn, place.on) : 0;
    plan.placements.push({ callId: call.id, ...place, workingDaysLate });
  }
  return plan;
}

function firstPlace({ callers, dueOn, earliestOn }, { dates, open, diary, after }) {
  const from = dates.findIndex((on) => on >= earliestOn && on > after);
  if (from < 0) return undefined;
  const due = dates.findLastIndex((on) => on <= dueOn);
  const take = (callerId, on) => {
    const sheet = diary.get(`${callerId} ${on}`);
    if (!sheet || sheet.room === 0) return undefined;
    for (const startMs of sheet.starts) {
      if (!open.has(startMs)) continue;
      sheet.starts.delete(startMs);
      sheet.room -= 1;
      return { callerId, on, startMs };
    }
    return undefined;
  };
  for (const callerId of callers) {
    for (let n = due; n >= from; n -= 1) {
      const place = take(callerId, dates[n]);
      if (place) return place;
    }
  }
  for (let n = Math.max(due + 1, from); n < dates.length; n += 1) {
    for (const callerId of callers) {
      const place = take(callerId, dates[n]);
      if (place) return place;
    }
  }
  return undefined;
}

function startsIn({ fromMs, toMs }) {
  const first = Math.ceil(fromMs / slotMs) * slotMs;
  return Array.from({ length: Math.floor((toMs - first) / slotMs) }, (_, n) => first + n * slotMs);
}
