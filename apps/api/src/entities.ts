import type { EntitySchema, MixedList } from 'typeorm';
import { Calendar } from './calendars/calendar.entity.js';
import { CalendarException } from './calendars/calendar-exception.entity.js';
import { Leave } from './calendars/leave/leave.entity.js';
import { ClockRuleRow } from './complaints/clocks/clock-rule.entity.js';
import { OrganisationAct } from './organisation/acts/organisation-act.entity.js';
import { Organisation } from './organisation/organisation.entity.js';
import { Reason } from './organisation/reasons/reason.entity.js';
import { Membership } from './organisation/staff/membership.entity.js';
import { Staff } from './organisation/staff/staff.entity.js';
import { Department } from './organisation/units/department.entity.js';
import { Leadership } from './organisation/units/leadership.entity.js';
import { Team } from './organisation/units/team.entity.js';
import { Indicator } from './scorecards/indicators/indicator.entity.js';

type EntityClass = Extract<MixedList<string | EntitySchema | (new () => object)>, unknown[]>[number];

/** Every entity of the API; the drift spec compares them with the migrated tables. */
export const entities: EntityClass[] = [
  Organisation,
  Department,
  Team,
  Staff,
  Membership,
  Leadership,
  Reason,
  OrganisationAct,
  Calendar,
  CalendarException,
  Leave,
  ClockRuleRow,
  Indicator,
];
