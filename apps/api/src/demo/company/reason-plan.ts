/** What contacts of the demo are about: groups, each with its answerable department, and their leaves. */
export interface LeafPlan {
  readonly en: string;
  readonly zh: string;
  /** Its part of the contacts that its department answers for, as a weight. */
  readonly weight: number;
  /** How much likelier than an easy matter it becomes a complaint. */
  readonly hardness: number;
  readonly talkMedianSeconds: number;
  /** What a customer who complains of it says. */
  readonly saidEn: string;
  readonly saidZh: string;
}

export interface GroupPlan {
  readonly en: string;
  readonly zh: string;
  readonly department: string;
  readonly leaves: readonly LeafPlan[];
}

/** Two matters of one department outweigh all its easy ones, and one rep gets most of them. */
export const hardReasons = ['Engineer did not come', 'Fault came back'] as const;

/** A group: name, name in Chinese, answerable department; then its leaves, a line each, in the order of LeafPlan. */
const written = `
Invoices and payments | 账单与付款 | Billing
  Charged twice | 重复扣款 | 6 | 2.5 | 260 | We were charged twice for one invoice. Take it back and confirm it in writing. | 同一张账单扣了两次款，请退回并书面确认。
  Invoice is wrong | 账单有误 | 16 | 2 | 280 | The invoice lists terminals that we returned in spring. | 账单里还有我们春天就退回的终端。
  Payment not recorded | 付款未入账 | 14 | 1.6 | 220 | We paid two weeks ago and got another reminder today. | 两周前已付款，今天又收到催款通知。
  Copy of an invoice | 补开发票 | 26 | 0.4 | 150 | This is the third time that we ask for the same invoice. | 同一张发票我们已经要了三次。
  Terms of payment | 付款条件 | 20 | 0.5 | 240 | The agreed 60 days have become 30 without a word. | 说好的60天账期没打招呼就变成了30天。
Prices and contracts | 价格与合同 | Key account sales
  Quotation | 询价报价 | 34 | 0.6 | 320 | We have waited nine days for a quotation promised for Monday. | 说好周一给的报价，已经等了九天。
  Renewal of a contract | 合同续签 | 24 | 0.8 | 360 | The renewal has a price increase that nobody mentioned. | 续签合同涨了价，事先没人提过。
  Discount agreed | 约定折扣 | 12 | 2.2 | 280 | The discount we agreed on is missing for the third month. | 约定的折扣已经第三个月没有体现。
  Change of contact person | 更换联系人 | 16 | 0.8 | 140 | We have had four contact persons this year. | 今年已经换了四个联系人。
  Visit requested | 预约拜访 | 14 | 0.6 | 160 | Nobody came to the meeting at our office. | 约好来我们公司开会，结果没人来。
Delivery | 送货 | Delivery
  Date of a delivery | 送货时间查询 | 24 | 0.4 | 130 | Every day we are told tomorrow. | 每天都说明天送。
  Late delivery | 送货延误 | 14 | 2.4 | 210 | The delivery is six days late and our branch opens tomorrow. | 晚了六天还没送到，我们网点明天就开业。
  Delivered to the wrong site | 送错地点 | 5 | 3 | 260 | Twelve boxes stand at our old address. | 十二箱货送到了我们的旧地址。
  Parts missing | 少件 | 9 | 2 | 230 | Two parts are missing from the third delivery in a row. | 连续第三次送货都少两个配件。
  Change of address | 更改地址 | 12 | 0.4 | 170 | We gave the new address twice and it is still wrong. | 新地址报了两遍还是错的。
Returns and exchange | 退换货 | Delivery
  Damaged on arrival | 到货破损 | 8 | 2.2 | 250 | Four of ten terminals arrived with broken screens. | 十台终端有四台到货时屏幕就碎了。
  Exchange of a device | 换货 | 10 | 1 | 220 | The exchange has taken longer than the repair would have. | 换货花的时间比维修还长。
  Pick-up of a return | 上门取退货 | 9 | 1 | 170 | The driver did not come for the return, twice. | 约了两次取退货，司机都没来。
  Credit for a return | 退货退款 | 6 | 1.8 | 240 | We returned the goods in August and still have no credit. | 八月就退了货，到现在还没退款。
  Packing material | 包装材料 | 3 | 0.4 | 120 | The packing is not taken back as promised. | 说好回收包装，一直没来。
Repair on site | 上门维修 | Field service
  Engineer did not come | 工程师未到 | 7 | 13 | 320 | We closed a counter for the engineer and nobody came. | 为等工程师停了一个柜台，结果没人来。
  Fault came back | 故障复发 | 6 | 12 | 380 | The same fault for the third time this month. | 同一故障这个月已经第三次了。
  Report of a fault | 故障报修 | 46 | 0.8 | 260 | The hot line asked the same questions three times over. | 报修热线同样的问题问了三遍。
  Date of a visit | 上门时间 | 26 | 0.7 | 150 | The visit was moved twice without asking us. | 上门时间没商量就改了两次。
  Spare part | 备件 | 15 | 0.9 | 210 | The spare part has been on its way for three weeks. | 备件在路上已经三周了。
Installation | 安装 | Installation
  Date of installation | 安装时间 | 32 | 0.6 | 180 | The installation was put off for the third time. | 安装时间第三次推迟。
  Site is not ready | 场地未就绪 | 18 | 0.9 | 260 | Nobody told us what the site needs. | 没人告诉我们场地要准备什么。
  Start-up failed | 开通失败 | 12 | 2.8 | 420 | The system went live and stopped after two hours. | 系统上线两小时就停了。
  Cabling | 布线 | 18 | 0.9 | 240 | The cabling runs across the customers’ entrance. | 线布在了客户入口处。
  Handover papers | 验收资料 | 20 | 0.7 | 190 | We cannot approve without the test records. | 没有测试记录，我们没法验收。
Software faults | 软件故障 | Software support
  Cannot sign in | 无法登录 | 16 | 0.9 | 190 | The whole branch could not sign in this morning. | 整个网点今天早上都登录不了。
  Program stops | 程序崩溃 | 8 | 2.6 | 380 | It stops in the middle of a payment, several times a day. | 付款到一半就崩溃，一天好几次。
  Slow | 运行缓慢 | 10 | 1.6 | 300 | Since Monday every booking takes half a minute. | 从周一起每笔记账要等半分钟。
  Wrong figures in a report | 报表数据错误 | 7 | 2.2 | 400 | The month’s report is short of a whole branch. | 月报里少了整整一个网点。
  Terminal offline | 终端离线 | 13 | 1.4 | 250 | Eleven terminals have been offline since noon. | 从中午起有十一台终端离线。
Use of the software | 软件使用 | Software support
  How do I | 操作咨询 | 20 | 0.2 | 280 | We were promised a training that never came. | 答应的培训一直没做。
  New user or role | 新增用户 | 12 | 0.3 | 160 | A new colleague has waited a week for access. | 新同事等账号等了一个星期。
  Update | 版本升级 | 6 | 1.6 | 260 | The update broke printing, and nobody warned us. | 升级后打印坏了，事先也没通知。
  Connection to other systems | 系统对接 | 5 | 1.4 | 420 | The connection to our core system has failed since the change. | 改动之后与我们核心系统的对接一直失败。
  Training | 培训 | 3 | 0.5 | 220 | The training was cancelled the evening before. | 培训前一天晚上才通知取消。
`;

function leafFrom(line: string): LeafPlan {
  const [en, zh, weight, hardness, talk, saidEn, saidZh] = line.trim().split(' | ');
  if (!en || !zh || !saidEn || !saidZh) throw new Error(`A reason lacks a column: ${line}`);
  return {
    en,
    zh,
    weight: Number(weight),
    hardness: Number(hardness),
    talkMedianSeconds: Number(talk),
    saidEn,
    saidZh,
  };
}

export const reasonPlans: readonly GroupPlan[] = written
  .trim()
  .split(/\n(?! )/)
  .map((text) => {
    const [head = '', ...leaves] = text.split('\n');
    const [en = '', zh = '', department = ''] = head.split(' | ');
    return { en, zh, department, leaves: leaves.map(leafFrom) };
  });
