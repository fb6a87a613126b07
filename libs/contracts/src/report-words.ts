/** How a report is looked at. */
export const reportViews = ['table', 'trend', 'bars', 'heat-map', 'pareto', 'distribution'] as const;
export type ReportView = (typeof reportViews)[number];

/** What a report is held against: the period before, the same period a year before. */
export const comparisons = ['period-before', 'year-before'] as const;
export type ComparisonName = (typeof comparisons)[number];

/** More groups than these are not shown at once; a file has more of them. */
export const mostReportRows = 500;
export const mostExportedRows = 10_000;
export const mostReportMetrics = 6;
export const mostReports = 100;
export const mostMailingRecipients = 20;
