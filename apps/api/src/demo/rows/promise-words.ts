import type { Said } from './words.js';

export const promisesMade: readonly Said[] = [
  ['Send the corrected invoice', '发送更正后的发票'],
  ['A technician on site', '安排技术人员上门'],
  ['Replacement for the broken power unit', '更换损坏的电源模块'],
  ['A written quotation for ten more licences', '提供十个新增许可的书面报价'],
  ['Credit note for the double charge', '为重复扣款开具贷项凭单'],
  ['Call back with the date of delivery', '确认交货日期后回电'],
  ['A training day for the new shift', '为新班组安排一天培训'],
  ['Report on the cause of the outage', '提交停机原因报告'],
  ['The test protocol of the last service', '提供上次维护的测试记录'],
  ['An answer from development about the export', '就导出功能给出研发部门的答复'],
  ['Spare parts list with prices', '提供备件清单及价格'],
  ['Access for two more colleagues', '为另外两位同事开通权限'],
];
export const promisesMoved: readonly Said[] = [
  ['Their plant stands still until then', '对方工厂届时停产'],
  ['The part comes later, they agree', '配件晚到，对方同意'],
  ['They asked for another day', '对方希望改天'],
];
export const promisesNotKept: readonly Said[] = [
  ['The part is not made any more', '该配件已停产'],
  ['Nobody was free, and we did not say so in time', '人手不足，且未及时告知'],
  ['Forgotten at the change of shift', '交接班时遗漏'],
];
export const promisesVoid: readonly Said[] = [
  ['They do not need it any more', '对方不再需要'],
  ['Written down twice', '重复记录'],
];
