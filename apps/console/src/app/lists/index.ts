/** What the features that have lists use of this one. */
export { type AddressFilters, injectAddressFilters } from './filters/address-filters.js';
export { FilterBar } from './filters/filter-bar.js';
export { FilterNames } from './filters/filter-names.js';
export type { FilterValues, ListFilter } from './filters/list-filter.js';
export { ListFrame, type ListWords } from './list-frame.js';
export { injectNewRows, type PageOfRows } from './new-rows.js';
export { ExportMenu } from './export-menu.js';
export { ViewsMenu } from './views/views-menu.js';
