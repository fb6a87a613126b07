import type { Type } from '@angular/core';
import type { Routes } from '@angular/router';
import type { RoleName } from '@forecall/contracts';
import type { IconName } from '../../ui/icon/icon-paths.js';
import { settingsPlaces } from './settings-places.js';

/** A page of the navigation. Its `load` gives the routes below its path. */
export interface Place {
  path: string;
  /** The key of its name. */
  title: string;
  icon: IconName;
  roles: readonly RoleName[];
  /** The letter after G. */
  press?: string;
  /** More that finds it in the palette: both languages and the initials of the pinyin. */
  words: string;
  /** What of one's own waits there; the navigation shows how much. */
  waits?: 'due' | 'calls';
  /** The navigation is a rail there, for the page's own columns. */
  isRail?: boolean;
  /** It is a tab of another place: found in the palette, and not in the navigation. */
  isTab?: boolean;
  /** Nobody begins the day there, whose other places follow it. */
  isNoHome?: boolean;
  /** The key of the heading it stands under. */
  section?: string;
  load?: () => Promise<Routes | Type<unknown>>;
}

const improve = 'nav.improve';

/** In the order of the day. A new page of the navigation is a line here. */
export const places: readonly Place[] = [
  {
    path: 'desk',
    title: 'page.desk',
    icon: 'desk',
    roles: ['rep'],
    press: 'd',
    isRail: true,
    words: 'desk call log 工作台 gzt',
    load: () => import('../../desk/desk.routes.js').then((file) => file.deskRoutes),
  },
  {
    path: 'board',
    title: 'page.board',
    icon: 'board',
    roles: ['supervisor', 'head', 'executive'],
    press: 'b',
    words: 'board live complaint rate 实时看板 sskb kb',
    load: () => import('../../board/board.routes.js').then((file) => file.boardRoutes),
  },
  {
    path: 'team',
    title: 'page.team',
    icon: 'people',
    roles: ['supervisor', 'head', 'executive'],
    press: 't',
    isNoHome: true,
    words: 'team members satisfaction duties today 团队 成员 满意度 td cy',
    load: () => import('../../team/team.routes.js').then((file) => file.teamRoutes),
  },
  {
    path: 'calls',
    title: 'page.calls',
    icon: 'phone',
    roles: ['rep', 'supervisor', 'head', 'executive'],
    press: 'l',
    isRail: true,
    isNoHome: true,
    words: 'calls proactive due list brief 主动致电 联系 zdll',
    waits: 'calls',
    load: () => import('../../calls/calls.routes.js').then((file) => file.callsRoutes),
  },
  {
    path: 'day',
    title: 'page.day',
    icon: 'calendar',
    roles: ['rep', 'supervisor', 'head', 'executive'],
    press: 'y',
    words: 'my day duties to do due 我的一天 待办 wdyt db',
    waits: 'due',
    load: () => import('../../day/day.routes.js').then((file) => file.dayRoutes),
  },
  {
    path: 'alarms',
    title: 'page.alarms',
    icon: 'alarm',
    roles: ['supervisor', 'head', 'executive'],
    isNoHome: true,
    words: 'alarms rise watch budget false 警报 报警 误报 监测 jb bj',
    load: () => import('../../alarm-work/alarm-work.routes.js').then((file) => file.alarmWorkRoutes),
  },
  {
    path: 'complaints',
    title: 'page.complaints',
    icon: 'flag',
    roles: ['rep', 'supervisor', 'head'],
    press: 'c',
    words: 'complaints cases 投诉 ts',
    load: () => import('../../complaints/complaints.routes.js').then((file) => file.complaintsRoutes),
  },
  {
    path: 'contacts',
    title: 'page.contacts',
    icon: 'chat',
    roles: ['rep', 'supervisor', 'head'],
    press: 'k',
    words: 'contacts calls log history 联络 ll',
    load: () => import('../../contacts/contacts.routes.js').then((file) => file.contactsRoutes),
  },
  {
    path: 'accounts',
    title: 'page.accounts',
    icon: 'account',
    roles: ['rep', 'supervisor', 'head', 'executive'],
    press: 'a',
    words: 'accounts key customers health classes 大客户 客户 dkh kh',
    load: () => import('../../accounts/accounts.routes.js').then((file) => file.accountsRoutes),
  },
  {
    path: 'promises',
    title: 'page.promises',
    icon: 'check',
    roles: ['rep', 'supervisor', 'head', 'executive'],
    press: 'm',
    words: 'promises to customers due kept 承诺 cn 兑现',
    load: () => import('../../promises/promises.routes.js').then((file) => file.promisesRoutes),
  },
  {
    path: 'my-exams',
    title: 'page.my-exams',
    icon: 'exam',
    roles: ['rep', 'supervisor', 'head', 'executive'],
    press: 'x',
    isNoHome: true,
    words: 'my exams marking assess result 我的考试 评分 wdks pf',
    load: () => import('../../marking/marking.routes.js').then((file) => file.myExamsRoutes),
  },
  {
    path: 'leave',
    title: 'page.leave',
    icon: 'half',
    roles: ['rep', 'supervisor', 'head', 'admin'],
    isNoHome: true,
    words: 'leave time off stand-in 请假 代理 qj',
    load: () => import('../../leave/leave.routes.js').then((file) => file.leaveRoutes),
  },
  {
    path: 'exams',
    title: 'page.exams',
    icon: 'exams',
    roles: ['supervisor', 'head', 'executive'],
    press: 'e',
    section: improve,
    words: 'exams campaigns coverage rubrics role plays 考试 评分表 演练 ks pfb',
    load: () => import('../../campaigns/campaigns.routes.js').then((file) => file.campaignsRoutes),
  },
  {
    path: 'reports',
    title: 'page.reports',
    icon: 'chart',
    roles: ['rep', 'supervisor', 'head', 'executive'],
    press: 'p',
    section: improve,
    words: 'reports figures explorer charts 报表 bb 数字',
    load: () => import('../../reports/reports.routes.js').then((file) => file.reportsRoutes),
  },
  {
    path: 'control-charts',
    title: 'page.control-charts',
    icon: 'chart',
    roles: ['supervisor', 'head', 'executive'],
    isTab: true,
    words: 'control charts limits usual p chart baseline 控制图 kzt 界限 jx',
    load: () => import('../../control-charts/control-charts.routes.js').then((file) => file.controlChartsRoutes),
  },
  {
    path: 'funnels',
    title: 'page.funnels',
    icon: 'filter',
    roles: ['rep', 'supervisor', 'head', 'executive'],
    press: 'f',
    isNoHome: true,
    section: improve,
    words: 'funnels chance luck different people teams fair 漏斗图 偶然 ldt or',
    load: () => import('../../funnels/funnels.routes.js').then((file) => file.funnelsRoutes),
  },
  ...settingsPlaces,
];
