import { type ComplaintFilters, nameIn } from '@forecall/contracts';
import type { ExportColumn, ExportTable } from '../../exports/export.service.js';
import { shown } from '../complaint-row.query.js';
import type { Sight } from '../complaint-sight.service.js';
import { type ListedComplaint, listComplaints } from './complaint-list.query.js';

const text = (en: string, zh: string, value: ExportColumn<ListedComplaint>['value']) =>
  ({ en, zh, kind: 'text', value }) as const;

const columns: readonly ExportColumn<ListedComplaint>[] = [
  text('Number', '编号', ({ complaint }) => shown(complaint).number),
  text('Stage', '阶段', ({ complaint }) => (complaint.voidedAt === null ? shown(complaint).stage : 'voided')),
  { en: 'First received', zh: '首次受理', kind: 'time', value: ({ complaint }) => complaint.firstReceivedAt },
  { en: 'Contact ended', zh: '联络结束', kind: 'time', value: ({ complaint }) => complaint.endedAt },
  text('Channel', '方式', ({ complaint }) => complaint.channel),
  text('Account', '客户', ({ complaint }, locale) =>
    complaint.account ? nameIn(complaint.account, locale) : withheld(complaint),
  ),
  text('Person', '联系人', ({ complaint }, locale) =>
    complaint.person ? nameIn(complaint.person, locale) : withheld(complaint),
  ),
  text('Reason', '事由', ({ complaint: { reason } }, locale) =>
    reason ? (locale === 'zh' ? reason.nameZh : reason.nameEn) : null,
  ),
  text('Answerable department', '责任部门', ({ complaint }, locale) => nameIn(complaint.answerableDepartment, locale)),
  text('Handling department', '受理部门', ({ complaint }, locale) => nameIn(complaint.handlingDepartment, locale)),
  text('Owner', '经办人', ({ complaint }) => complaint.owner?.name ?? null),
  text('Rep concerned', '涉及专员', ({ complaint }) => complaint.repConcerned?.name ?? null),
  text('Harm', '影响', ({ complaint }) => complaint.severity),
  text('What happened', '内容', ({ complaint }) => complaint.summary),
  text('Found by us', '我方发现', ({ complaint }) => yesNo(complaint.isFoundByUs)),
  text('Repeat', '重复投诉', ({ complaint }) => yesNo(complaint.isRepeat)),
];

const yesNo = (is: boolean) => (is ? 'yes' : 'no');
const withheld = ({ isComplainantWithheld }: ListedComplaint['complaint']) =>
  isComplainantWithheld ? 'withheld' : null;

/** The newest first, as the list shows them to the same person. */
export const complaintTable = (filters: ComplaintFilters, sight: Sight): ExportTable<ListedComplaint> => ({
  page: 'complaints',
  columns,
  filters,
  read: (sql, after, limit) => listComplaints(sql, { ...filters, sort: 'newest', limit }, sight, after),
});
