import { complaintNumber } from '@forecall/domain';
import type { ContactFilters } from '@forecall/contracts';
import type { ExportColumn, ExportTable } from '../../exports/export.service.js';
import type { Reach } from '../../platform/access/viewer.js';
import { type ListedContact, listContacts } from './contact-list.query.js';

const text = (en: string, zh: string, value: ExportColumn<ListedContact>['value']) =>
  ({ en, zh, kind: 'text', value }) as const;

const columns: readonly ExportColumn<ListedContact>[] = [
  { en: 'Began', zh: '开始', kind: 'time', value: ({ contact }) => contact.startedAt },
  { en: 'Ended', zh: '结束', kind: 'time', value: ({ contact }) => contact.endedAt },
  {
    en: 'Length, s',
    zh: '时长（秒）',
    kind: 'number',
    value: ({ contact }) => Math.round((Date.parse(contact.endedAt) - Date.parse(contact.startedAt)) / 1000),
  },
  text('Channel', '方式', ({ contact }) => contact.channel),
  text('Direction', '方向', ({ contact }) => contact.direction),
  text('Purpose', '目的', ({ contact }) => contact.purpose),
  text('Outcome', '结果', ({ contact }) => contact.outcome),
  text('Solved', '是否解决', ({ contact: { resolved } }) => (resolved === null ? null : resolved ? 'yes' : 'no')),
  text('Account', '客户', ({ contact }) => contact.account?.name ?? null),
  text('Person', '联系人', ({ contact }) => contact.person?.name ?? null),
  text('Reason', '事由', ({ contact: { reason } }, locale) =>
    reason ? (locale === 'zh' ? reason.nameZh : reason.nameEn) : null,
  ),
  text('Rep', '专员', ({ contact }) => contact.rep?.name ?? null),
  text('Team', '团队', ({ contact }) => contact.team?.name ?? null),
  text('Handling department', '受理部门', ({ contact }) => contact.handlingDepartment.name),
  text('Answerable department', '责任部门', ({ contact }) => contact.answerableDepartment.name),
  text('Complaint', '投诉', ({ contact: { complaint } }) =>
    complaint ? complaintNumber(complaint.running, complaint.year) : null,
  ),
  { en: 'Voided', zh: '作废时间', kind: 'time', value: ({ contact }) => contact.voidedAt },
];

/** The last ended first, as the list shows them to the same person. */
export const contactTable = (filters: ContactFilters, reach: Reach): ExportTable<ListedContact> => ({
  page: 'contacts',
  columns,
  filters,
  read: (sql, after, limit) => listContacts(sql, { ...filters, limit }, reach, after),
});
