import {
  type BoardWindow,
  boardPeriods,
  poissonInterval,
  type Ratio,
  standingAgainst,
  usualLevel,
} from '@forecall/domain';
import { Draw } from '../chance/draw.js';
import { type Company, organisationZone, type Rep } from '../company/company.js';
import { makeCompany } from '../company/make-company.js';
import { knownStaff } from '../company/make-staff.js';
import { demoSeed } from '../rows/demo-rows.js';
import type { ContactDraft } from './contact-draft.js';
import { contactsPerYear, intensityUntil } from './intensity.js';
import { makeYear } from './make-year.js';
import { satisfactionWith } from './satisfaction.js';
import { troubleUntil } from './trouble.js';
import { isWorkDay } from './working-day.js';

const now = Date.parse('2026-11-20T06:30:00Z');
const hourMs = 3_600_000;
const inShanghai = (ms: number) => new Date(ms + 8 * hourMs);
const dayOf = (ms: number) => inShanghai(ms).toISOString().slice(0, 10);

describe('a year of the demo', () => {
  let company: Company;
  let year: ContactDraft[];
  let handled: ContactDraft[];
  beforeAll(() => {
    const draw = new Draw(demoSeed);
    company = makeCompany(draw.stream('company'), now);
    year = makeYear(company, draw.stream('year'), now);
    handled = year.filter(({ outcome, purpose }) => outcome === 'handled' && purpose === 'service');
  }, 120_000);
  const arrivals = () =>
    year.filter(({ direction, transferredFrom }) => direction === 'in' && transferredFrom === null);
  const answerable = ({ reason, department }: ContactDraft) => (reason?.department ?? department).plan.name;
  const isComplaint = ({ complaint }: ContactDraft) => complaint?.foundByUs === false;

  describe('in its arrivals', () => {
    it('has about as many as planned', () => {
      const usual = arrivals().filter(({ startedMs }) => startedMs < troubleUntil(now).fromMs).length;
      const expected = expectedBetween(0, troubleUntil(now).fromMs);
      expect(Math.abs(usual - expected)).toBeLessThan(4 * Math.sqrt(expected));
      expect(expected).toBeGreaterThan(0.9 * contactsPerYear);
    });

    function expectedBetween(fromMs: number, toMs: number): number {
      const { fromMs: begin, streams } = intensityUntil(now);
      return streams.reduce(
        (sum, { ratesPerHour }) =>
          sum +
          ratesPerHour.reduce((rate, each, hour) => {
            const at = begin + hour * hourMs;
            return at >= fromMs && at < toMs ? rate + each : rate;
          }, 0),
        0,
      );
    }

    it('follows the day: two waves, lunch between, little at night', () => {
      const byHour = Array.from({ length: 24 }, () => 0);
      for (const { startedMs, account } of arrivals())
        if (account?.region === 'china') byHour[inShanghai(startedMs).getUTCHours()]! += 1;
      expect(byHour[10]).toBeGreaterThan(1.8 * byHour[12]!);
      expect(byHour[14]).toBeGreaterThan(1.8 * byHour[12]!);
      expect(byHour[10]).toBeGreaterThan(30 * byHour[3]!);
    });

    it('is carried at night by customers who have day', () => {
      const atNight = arrivals().filter(({ startedMs }) => inShanghai(startedMs).getUTCHours() < 4);
      const known = atNight.filter(({ account }) => account !== null);
      expect(known.filter(({ account }) => account?.region === 'americas').length).toBeGreaterThan(0.7 * known.length);
    });

    it('knows weekends, holidays and the days worked in lieu', () => {
      const byDay = new Map<string, number>();
      for (const { startedMs, account } of arrivals())
        if (account?.region === 'china') byDay.set(dayOf(startedMs), (byDay.get(dayOf(startedMs)) ?? 0) + 1);
      const meanOf = (days: readonly string[]) =>
        days.reduce((sum, day) => sum + (byDay.get(day) ?? 0), 0) / days.length;
      const weekdays = meanOf(['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16']);
      expect(meanOf(['2026-10-17', '2026-10-18'])).toBeLessThan(0.5 * weekdays);
      expect(meanOf(['2026-10-01', '2026-10-02', '2026-10-05'])).toBeLessThan(0.3 * weekdays);
      // A Saturday worked in lieu of the National Day holidays.
      expect(isWorkDay('2026-10-10', 'china')).toBe(true);
      expect(byDay.get('2026-10-10')).toBeGreaterThan(0.7 * weekdays);
    });

    it.each([9, 10, 13, 15, 17])('is Poisson within the hour class of working days at %i:00', (hourOfDay) => {
      const { fromMs, streams } = intensityUntil(now);
      const counts = new Map<number, number>();
      for (const { startedMs } of arrivals()) {
        const hour = Math.floor((startedMs - fromMs) / hourMs);
        counts.set(hour, (counts.get(hour) ?? 0) + 1);
      }
      const hours = Math.floor((troubleUntil(now).fromMs - fromMs) / hourMs);
      const deviations = Array.from({ length: hours }, (_, hour) => hour)
        .filter(
          (hour) =>
            inShanghai(fromMs + hour * hourMs).getUTCHours() === hourOfDay &&
            isWorkDay(dayOf(fromMs + hour * hourMs), 'china'),
        )
        .map((hour) => {
          const expected = streams.reduce((sum, { ratesPerHour }) => sum + (ratesPerHour[hour] ?? 0), 0);
          return ((counts.get(hour) ?? 0) - expected) ** 2 / expected;
        });
      expect(deviations.length).toBeGreaterThan(200);
      // The index of dispersion has mean 1 and standard deviation sqrt(2 / n); four of those to either side.
      const dispersion = deviations.reduce((sum, each) => sum + each, 0) / deviations.length;
      expect(Math.abs(dispersion - 1)).toBeLessThan(4 * Math.sqrt(2 / deviations.length));
    });
  });

  describe('in what becomes of them', () => {
    const share = (contacts: readonly ContactDraft[], is: (contact: ContactDraft) => boolean) =>
      contacts.filter(is).length / contacts.length;

    it('loses more callers the longer they wait', () => {
      const queued = year.filter(({ waitSeconds, direction }) => waitSeconds !== null && direction === 'in');
      const isLost = ({ outcome }: ContactDraft) => outcome === 'abandoned-in-queue';
      expect(share(queued, isLost)).toBeGreaterThan(0.02);
      expect(share(queued, isLost)).toBeLessThan(0.12);
      // After days of rest more come than the roster was drawn up for.
      const isMonday = ({ startedMs }: ContactDraft) => inShanghai(startedMs).getUTCDay() === 1;
      const isWednesday = ({ startedMs }: ContactDraft) => inShanghai(startedMs).getUTCDay() === 3;
      expect(share(queued.filter(isMonday), isLost)).toBeGreaterThan(1.3 * share(queued.filter(isWednesday), isLost));
    });

    it('has between 1 and 4 complaints in 100 contacts in each department, the year before the trouble', () => {
      for (const { plan } of company.departments) {
        const own = handled.filter(
          (contact) => answerable(contact) === plan.name && contact.endedMs < troubleUntil(now).fromMs,
        );
        const interval = poissonInterval(own.filter(isComplaint).length, own.length, 0.001);
        expect(interval.low).toBeLessThan(plan.complaintRate * 1.05);
        expect(interval.high).toBeGreaterThan(plan.complaintRate * 0.95);
        expect(share(own, isComplaint)).toBeGreaterThan(0.009);
        expect(share(own, isComplaint)).toBeLessThan(0.04);
      }
    });

    it('satisfies those who were answered soon and settled, more than those who waited or were not', () => {
      const draw = new Draw(1);
      const scores = (is: (contact: ContactDraft) => boolean) => {
        const answers = handled.filter(is).flatMap((contact) => satisfactionWith(draw, contact, Infinity) ?? []);
        return answers.filter(({ score }) => score > 3).length / answers.length;
      };
      const calm = scores(
        (contact) => contact.resolved === true && (contact.waitSeconds ?? 0) < 20 && !contact.complaint,
      );
      expect(calm).toBeGreaterThan(0.8);
      expect(
        scores((contact) => contact.resolved === true && (contact.waitSeconds ?? 0) > 90 && !contact.complaint),
      ).toBeLessThan(calm - 0.08);
      expect(scores((contact) => contact.resolved === false && !contact.complaint)).toBeLessThan(calm - 0.3);
      expect(scores(isComplaint)).toBeLessThan(0.35);
    });
  });

  describe('in its last week', () => {
    const ratioIn = (department: string, from: Date, to: Date): Ratio => {
      const own = handled.filter(
        (contact) =>
          answerable(contact) === department && contact.endedMs >= from.getTime() && contact.endedMs < to.getTime(),
      );
      return { numerator: own.filter(isComplaint).length, denominator: own.length };
    };
    const standing = (department: string, window: BoardWindow) => {
      const { current, usual, recent } = boardPeriods(window, new Date(now), organisationZone);
      const same = usual
        .map(({ from, to }) => ratioIn(department, from, to))
        .reduce((sum, next) => ({
          numerator: sum.numerator + next.numerator,
          denominator: sum.denominator + next.denominator,
        }));
      const level = usualLevel(same, ratioIn(department, recent.from, recent.to));
      const { numerator, denominator } = ratioIn(department, current.from, current.to);
      return {
        standing: standingAgainst(level?.value ?? null, numerator, denominator),
        times: numerator / denominator / (level?.value ?? NaN),
      };
    };

    it('shows Billing above its usual level, by the definition of the board, and nobody else', () => {
      const { standing: billing, times } = standing('Billing', 'd7');
      expect(billing).toBe('above');
      expect(times).toBeGreaterThan(2.2);
      // Drawn, not set: three times usual on average, and a week of few complaints before makes it more.
      expect(times).toBeLessThan(4.5);
      for (const { plan } of company.departments.filter(({ plan }) => plan.name !== 'Billing'))
        expect([plan.name, standing(plan.name, 'd7').standing]).toEqual([plan.name, 'usual']);
    });

    it('owes it to one reason', () => {
      const { fromMs, reason } = troubleUntil(now);
      const complaints = handled.filter(
        (contact) => isComplaint(contact) && answerable(contact) === 'Billing' && contact.endedMs >= fromMs,
      );
      const about = complaints.filter((contact) => contact.reason?.plan.en === reason);
      expect(about.length).toBeGreaterThan(0.5 * complaints.length);
    });
  });

  describe('for the rep who gets the hard cases', () => {
    /** Per rep: contacts handled, complaints that concern the handling; within one reason or over all. */
    const ratios = (reason?: string) => {
      const found = new Map<Rep, { contacts: number; concerning: number }>();
      const of = (rep: Rep) => found.get(rep) ?? { contacts: 0, concerning: 0 };
      for (const { rep, complaint, reason: about } of handled) {
        if (reason !== undefined && about?.plan.en !== reason) continue;
        if (rep) found.set(rep, { ...of(rep), contacts: of(rep).contacts + 1 });
        const concerned = complaint?.about?.rep;
        if (concerned) found.set(concerned, { ...of(concerned), concerning: of(concerned).concerning + 1 });
      }
      return found;
    };
    const rateOf = ({ contacts, concerning }: { contacts: number; concerning: number }) => concerning / contacts;

    it('is worst of all in the naive ranking', () => {
      const ranking = [...ratios()]
        .filter(([, { contacts }]) => contacts >= 20)
        .sort(([, a], [, b]) => rateOf(b) - rateOf(a));
      expect(ranking.length).toBeGreaterThan(190);
      expect(ranking[0]?.[0].name).toBe(knownStaff.hardCasesRep);
      expect(rateOf(ranking[0]![1])).toBeGreaterThan(1.3 * rateOf(ranking[1]![1]));
    });

    it('is no worse than the colleagues within the same reasons', () => {
      let observed = 0;
      let expected = 0;
      for (const { plan } of company.reasonGroups.flatMap(({ reasons }) => reasons)) {
        const all = [...ratios(plan.en)];
        const own = all.find(([rep]) => rep.name === knownStaff.hardCasesRep)?.[1];
        const others = all.filter(([rep]) => rep.name !== knownStaff.hardCasesRep).map(([, each]) => each);
        const colleagues = {
          contacts: others.reduce((sum, { contacts }) => sum + contacts, 0),
          concerning: others.reduce((sum, { concerning }) => sum + concerning, 0),
        };
        if (!own || colleagues.contacts === 0) continue;
        observed += own.concerning;
        expected += own.contacts * rateOf(colleagues);
      }
      expect(observed).toBeGreaterThan(20);
      // Standardised by reason: as many as the colleagues would have got, or fewer.
      expect(observed / expected).toBeLessThan(1.05);
      expect(poissonInterval(observed, expected).low).toBeLessThan(1);
    });
  });

  it('attributes those who moved by where they were, and stops for who left', () => {
    const moved = company.reps.filter(({ teams }) => teams.length > 1);
    expect(moved).toHaveLength(2);
    for (const rep of moved) {
      const own = year.filter((contact) => contact.rep === rep);
      for (const { team, fromMs, toMs } of rep.teams) {
        const during = own.filter(({ endedMs }) => endedMs >= fromMs && (toMs === null || endedMs < toMs));
        expect(during.length).toBeGreaterThan(30);
        expect(new Set(during.map(({ department }) => department.plan.name))).toContain(team.department.plan.name);
      }
    }
    const [leaver] = company.reps.filter(({ leftOn }) => leftOn !== null);
    const last = year.findLast(({ rep }) => rep === leaver);
    expect(last && dayOf(last.endedMs) <= leaver!.leftOn!).toBe(true);
  });
});
