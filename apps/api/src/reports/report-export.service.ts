import { Injectable } from '@nestjs/common';
import {
  type LocaleName,
  metricName,
  mostExportedRows,
  type ReportExportQuery,
  type ReportQuestion,
  type ReportTable,
} from '@forecall/contracts';
import { addDays } from '@forecall/domain';
import type { FastifyReply } from 'fastify';
import { csvText, ExportService, type ExportTable } from '../exports/export.service.js';
import type { Viewer } from '../platform/access/viewer.js';
import { type FileRow, fileRows, reportColumns } from './table/report-columns.js';
import { ReportTableService } from './table/report-table.service.js';

const remark: Record<LocaleName, string> = {
  en: 'Only the first 10,000 groups are here. Narrow the scope for the rest.',
  zh: '仅含前 10,000 组。请缩小范围以导出其余部分。',
};

/** A report as a file: the numbers of its table, no others. */
@Injectable()
export class ReportExportService {
  constructor(
    private readonly tables: ReportTableService,
    private readonly exports: ExportService,
  ) {}

  async export(
    viewer: Viewer,
    { format, locale, heads, ...question }: ReportExportQuery,
    reply: FastifyReply,
  ): Promise<void> {
    const table = await this.tables.table(viewer, question, mostExportedRows);
    const hasHeads = heads === 'yes';
    const rows = fileRows(table, question, hasHeads);
    const file: ExportTable<FileRow> = {
      page: 'report',
      name: fileName(question, table, locale),
      columns: reportColumns(question, table),
      hasHeads,
      remark: table.isCut ? remark : null,
      filters: question,
      read: (_, after, limit) => {
        const from = after ? Number(after.id) + 1 : 0;
        return Promise.resolve(rows.slice(from, from + limit + 1));
      },
    };
    await this.exports.send(viewer, { format, locale }, file, reply);
  }

  /** The same as CSV text, for a letter. */
  csv(table: ReportTable, question: ReportQuestion, locale: LocaleName): string {
    const rows = fileRows(table, question, true);
    return (
      csvText(rows, reportColumns(question, table), locale, table.zone) + (table.isCut ? `${remark[locale]}\r\n` : '')
    );
  }
}

/** "Complaint rate 2026-03-01 to 2026-03-31"; the days of the period, also of "last month". */
function fileName({ metrics, attribute }: ReportQuestion, { period }: ReportTable, locale: LocaleName): string {
  const names = metrics.map((metric) => metricName(metric, attribute)[locale]).join(locale === 'zh' ? '、' : ', ');
  const days = [period.from, addDays(period.to, -1)].join(locale === 'zh' ? ' 至 ' : ' to ');
  return `${names.slice(0, 120)} ${days}`;
}
