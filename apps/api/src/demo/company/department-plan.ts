/** The departments of the demo company, as drawn up: names, teams, size, and how their contacts behave. */
export interface DepartmentPlan {
  readonly name: string;
  readonly nameZh: string;
  readonly teams: readonly (readonly [name: string, nameZh: string])[];
  readonly reps: number;
  /** Its part of all arriving contacts, as a weight. */
  readonly arrivals: number;
  /** Complaints per contact that it answers for, in a usual week; 0..1. */
  readonly complaintRate: number;
  readonly channels: Readonly<
    Partial<Record<'phone' | 'email' | 'chat' | 'message' | 'visit' | 'letter' | 'form', number>>
  >;
  /** Arrivals by month, January first, against the year's mean. */
  readonly season: readonly number[];
}

export const departmentPlans: readonly DepartmentPlan[] = [
  {
    name: 'Billing',
    nameZh: '账务',
    teams: [
      ['Invoices', '开票组'],
      ['Payments', '收款组'],
      ['Bank customers', '银行客户账务组'],
      ['Contract billing', '合同账务组'],
    ],
    reps: 44,
    arrivals: 34,
    complaintRate: 0.021,
    channels: { phone: 62, email: 20, chat: 10, message: 5, letter: 1, form: 2 },
    season: [1.1, 0.85, 1.1, 1.05, 0.95, 1, 1, 0.92, 0.98, 0.98, 1.02, 1.15],
  },
  {
    name: 'Delivery',
    nameZh: '物流配送',
    teams: [
      ['East China', '华东组'],
      ['South China', '华南组'],
      ['North China', '华北组'],
      ['Overseas shipping', '海外运输组'],
    ],
    reps: 36,
    arrivals: 21,
    complaintRate: 0.027,
    channels: { phone: 58, email: 14, chat: 14, message: 12, form: 2 },
    season: [1.15, 0.8, 0.92, 0.92, 0.95, 1.15, 0.92, 0.9, 0.98, 0.98, 1.25, 1.1],
  },
  {
    name: 'Field service',
    nameZh: '现场服务',
    teams: [
      ['Dispatch', '派工组'],
      ['Hot line', '报修热线组'],
      ['Spare parts', '备件组'],
      ['Service contracts', '维保合同组'],
    ],
    reps: 34,
    arrivals: 16,
    complaintRate: 0.023,
    channels: { phone: 72, email: 8, chat: 6, message: 9, visit: 5 },
    season: [1, 0.85, 0.92, 0.95, 1, 1.1, 1.25, 1.22, 1.02, 0.92, 0.9, 0.95],
  },
  {
    name: 'Installation',
    nameZh: '安装',
    teams: [
      ['Site preparation', '场地准备组'],
      ['Installation crews', '安装施工组'],
      ['Start-up', '开通调试组'],
      ['Handover', '验收交付组'],
    ],
    reps: 24,
    arrivals: 8,
    complaintRate: 0.024,
    channels: { phone: 60, email: 20, message: 10, visit: 10 },
    season: [0.8, 0.75, 1.15, 1.15, 1.1, 1, 0.9, 0.95, 1.15, 1.1, 1.05, 0.9],
  },
  {
    name: 'Software support',
    nameZh: '软件支持',
    teams: [
      ['First line', '一线支持组'],
      ['Core system', '核心系统组'],
      ['Terminals', '终端组'],
      ['Access and users', '账号权限组'],
    ],
    reps: 40,
    arrivals: 22,
    complaintRate: 0.018,
    channels: { phone: 44, email: 16, chat: 28, message: 10, form: 2 },
    season: [1.1, 0.9, 1.02, 1, 0.98, 1, 0.98, 0.96, 1.02, 1, 1.02, 1.05],
  },
  {
    name: 'Key account sales',
    nameZh: '大客户销售',
    teams: [
      ['Banks', '银行组'],
      ['Industry', '工业组'],
      ['Public sector', '政企组'],
      ['International', '国际组'],
    ],
    reps: 22,
    arrivals: 7,
    complaintRate: 0.012,
    channels: { phone: 50, email: 28, message: 12, visit: 10 },
    season: [0.9, 0.8, 1.1, 1, 1, 1.08, 0.92, 0.9, 1.05, 1, 1.1, 1.2],
  },
];
