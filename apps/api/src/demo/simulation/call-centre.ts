import { AccountDetail, CustomersFound, ReasonTree } from '@forecall/contracts';
import { Draw } from '../chance/draw.js';
import type { Account, Company, Department, Reason, Rep } from '../company/company.js';
import { makeCompany } from '../company/make-company.js';
import { demoSeed } from '../rows/demo-rows.js';
import { Agent, type Line, Refused } from './agent.js';
import { Customers } from './customers.js';

const perShift = { day: 3, late: 1, night: 1 } as const;

/** Nobody of the demo company could sign in. */
export class NoDemo extends Error {}

/** Who is signed in, and what they look up as they talk. */
export class CallCentre {
  private readonly accounts = new Map<string, Promise<AccountDetail | null>>();

  private constructor(
    /** As made up for the demo, with only those reps who are signed in. */
    readonly company: Company,
    private readonly agents: ReadonlyMap<Rep, Agent>,
    private readonly staffIds: ReadonlyMap<Rep, string>,
    private readonly supervisors: ReadonlyMap<Department, Agent>,
    private readonly reasons: ReasonTree['reasons'],
    readonly customers: Customers,
  ) {}

  static async open(line: Line, nowMs: number): Promise<CallCentre> {
    const company = makeCompany(new Draw(demoSeed).stream('company'), nowMs);
    const agents = new Map<Rep, Agent>();
    const staffIds = new Map<Rep, string>();
    for (const department of company.departments) {
      for (const shift of ['day', 'late', 'night'] as const) {
        for (const rep of await signedIn(line, onShift(company, department, shift), perShift[shift])) {
          agents.set(rep.employee, rep.agent);
          staffIds.set(rep.employee, rep.staffId);
        }
      }
    }
    const [any] = agents.values();
    if (!any) throw new NoDemo(`Nobody of the demo company can sign in at ${line.url}.`);
    const supervisors = new Map<Department, Agent>();
    for (const department of company.departments) {
      const leaders = company.leaders.filter(({ leads }) => leads?.team?.department === department);
      for (const { agent } of await signedIn(line, leaders, 1)) supervisors.set(department, agent);
    }
    const { reasons } = await any.send({ method: 'GET', path: '/api/organisation/reasons', answer: ReasonTree });
    const reps = [...agents.keys()];
    const customers = await Customers.open(line, any);
    return new CallCentre({ ...company, reps }, agents, staffIds, supervisors, reasons, customers);
  }

  get size(): number {
    return this.agents.size;
  }

  agentOf(rep: Rep): Agent | undefined {
    return this.agents.get(rep);
  }

  staffIdOf(rep: Rep | null | undefined): string | null {
    return (rep && this.staffIds.get(rep)) ?? null;
  }

  /** Who logs for the queue of a department. */
  supervisorOf(department: Department): Agent | undefined {
    return this.supervisors.get(department);
  }

  reasonId(reason: Reason): string | null {
    return this.reasons.find(({ nameEn }) => nameEn === reason.plan.en)?.id ?? null;
  }

  departmentId(department: Department): string | null {
    const own = this.company.reasonGroups.find((group) => group.department === department);
    return this.reasons.find(({ nameEn }) => nameEn === own?.en)?.answerableDepartmentId ?? null;
  }

  /** Found by its number as one types it; asked once. Null: nobody knows it any more. */
  account(agent: Agent, { number }: Account): Promise<AccountDetail | null> {
    const known = this.accounts.get(number) ?? find(agent, number);
    this.accounts.set(number, known);
    known.catch(() => this.accounts.delete(number));
    return known;
  }
}

async function find(agent: Agent, number: string): Promise<AccountDetail | null> {
  const path = `/api/customers/find?q=${encodeURIComponent(number)}`;
  const { accounts } = await agent.send({ method: 'GET', path, answer: CustomersFound });
  const found = accounts.find((account) => account.number === number);
  return found ? agent.send({ method: 'GET', path: `/api/accounts/${found.id}`, answer: AccountDetail }) : null;
}

const onShift = ({ reps }: Company, department: Department, shift: Rep['shift']): Rep[] =>
  reps.filter(
    (rep) =>
      rep.shift === shift && rep.leftOn === null && rep.teams.every(({ team }) => team.department === department),
  );

interface SignedIn<Employee> {
  readonly employee: Employee;
  readonly agent: Agent;
  readonly staffId: string;
}

/** The first so many who can; somebody may have left, or have another password by now. */
async function signedIn<Employee extends { readonly email: string }>(
  line: Line,
  candidates: readonly Employee[],
  count: number,
): Promise<SignedIn<Employee>[]> {
  const came: SignedIn<Employee>[] = [];
  for (const employee of candidates.slice(0, count * 2)) {
    if (came.length === count) break;
    const agent = new Agent(line, employee.email);
    try {
      const { staffId } = await agent.signIn();
      came.push({ employee, agent, staffId });
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 401) throw error;
    }
  }
  return came;
}
