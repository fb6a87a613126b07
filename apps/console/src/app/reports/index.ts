/** What other features use of reports. */
export { type SeriesPoint } from './plots/series.js';
export { SeriesPlotView } from './plots/series-plot.js';
