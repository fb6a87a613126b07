import type { LocaleName } from '@forecall/contracts';
import type { DepartmentPlan } from './department-plan.js';
import type { Region } from './people-names.js';
import type { LeafPlan } from './reason-plan.js';

/** From an instant (included) to another (excluded); milliseconds since 1970, null: still so. */
export interface Dated {
  readonly fromMs: number;
  readonly toMs: number | null;
}

export const holds = ({ fromMs, toMs }: Dated, atMs: number): boolean =>
  fromMs <= atMs && (toMs === null || atMs < toMs);

export interface Department {
  readonly id: string;
  readonly place: number;
  readonly plan: DepartmentPlan;
}

export interface Team {
  readonly id: string;
  readonly department: Department;
  readonly name: string;
  readonly nameZh: string;
}

export interface Employee {
  readonly id: string;
  readonly signInId: string;
  readonly name: string;
  readonly email: string;
  readonly number: string;
  readonly isChinese: boolean;
  readonly teams: readonly (Dated & { readonly team: Team })[];
  /** The last day at work, for those who left. */
  readonly leftOn: string | null;
}

export interface Rep extends Employee {
  readonly shift: 'day' | 'late' | 'night';
  /** Contacts taken while on duty, against a colleague's 1. */
  readonly pace: number;
  /** Complaints about the handling of one matter, against a colleague's 1. */
  readonly slips: number;
}

export interface Leader extends Employee {
  readonly role: 'supervisor' | 'head' | 'executive' | 'admin';
  /** What the person leads, from when to when. */
  readonly leads: (Dated & { readonly team: Team | null; readonly department: Department | null }) | null;
}

export interface Reason {
  readonly id: string;
  readonly parentId: string;
  readonly plan: LeafPlan;
  readonly department: Department;
  /** The chance that a contact about it becomes a complaint in a usual week. */
  readonly complaintChance: number;
}

export interface ReasonGroup {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly department: Department;
  readonly reasons: readonly Reason[];
}

export type CareClass = 'loyal' | 'fast-growing' | 'dormant' | 'worth-cultivating';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly position: string;
  readonly influence: 'decides' | 'influences' | 'uses' | null;
  readonly language: 'en' | 'zh';
  readonly phones: readonly string[];
}

export interface Account {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly industry: string;
  readonly region: Region;
  readonly zone: string | null;
  readonly people: readonly Person[];
  readonly classes: readonly (Dated & { readonly class: CareClass })[];
  readonly care: readonly (Dated & { readonly rep: Rep; readonly part: 'rep' | 'support' })[];
  /** Its part of the contacts, as a weight. */
  readonly weight: number;
}

/** The demo company as it stands and as it was during the year. */
export interface Company {
  readonly id: string;
  readonly foundedMs: number;
  readonly departments: readonly Department[];
  readonly teams: readonly Team[];
  readonly reps: readonly Rep[];
  readonly leaders: readonly Leader[];
  readonly reasonGroups: readonly ReasonGroup[];
  readonly accounts: readonly Account[];
}

export const organisationName = 'Beichen Systems';
export const organisationZone = 'Asia/Shanghai';
/** In which the company writes, though many of its people and customers speak Chinese. */
export const companyLocale: LocaleName = 'en';
