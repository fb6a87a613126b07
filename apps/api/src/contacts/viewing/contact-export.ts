import { complaintNumber } from '@forecall/domain';
import { type ContactFilters, nameIn } from '@forecall/contracts';
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
  text('Account', '客户', ({ contact }, locale) => contact.account && nameIn(contact.account, locale)),
  text('Person', '联系人', ({ contact }, locale) => contact.person && nameIn(contact.person, locale)),
  text('Reason', '事由', ({ contact: { reason } }, locale) =>
    reason ? (locale === 'zh' ? reason.nameZh : reason.nameEn) : null,
  ),
  text('Rep', '专员', ({ contact }) => contact.rep?.name ?? null),
  text('Team', '团队', ({ contact }, locale) => contact.team && nameIn(contact.team, locale)),
  text('Handling department', '受理部门', ({ contact }, locale) => nameIn(contact.handlingDepartment, locale)),
  text('Answerable department', '责任部门', ({ contact }, locale) => nameIn(contact.answerableDepartment, locale)),
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
