import type { Draw } from '../chance/draw.js';

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏方';
const givenNames = (
  '伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 霞 平 刚 婷 雪 琳 晨 宁 昊 建国 国栋 志强 秀英 桂英 晓明 晓燕 海燕 海涛 建华 建军 ' +
  '文博 文静 雅婷 雅琴 思远 思琪 子轩 子涵 雨桐 雨欣 梓萱 浩然 浩宇 天宇 俊杰 俊辉 佳怡 佳琪 欣怡 欣妍 梦洁 梦瑶 丽华 丽娜 春梅 春华 冬梅 秋菊 玉兰 玉梅 金凤 ' +
  '红梅 红霞 永强 永康 振华 振宇 学文 学军 立新 立群 正阳 东升 瑞祥 家豪 家欣 嘉怡 嘉伟 一鸣 一凡 慧敏 慧玲 志远 志明 云飞 鹏飞 少华 少峰 世杰 宏伟 宏达 景行 若兰 若曦 清扬 语嫣 诗涵 晓东 晓峰'
).split(' ');

const foreignNames = {
  europe: {
    given:
      'Anna Thomas Sofia Lukas Marie Jonas Clara Felix Elena Pierre Camille Hugo Ingrid Lars Astrid Nils Giulia Marco Chiara Paolo Lucia Diego Carmen Javier Emma Oliver Hannah George Katarzyna Piotr Eva Jan Saskia Willem Fatima Yusuf Nadia Mehmet Aoife Ciaran',
    family:
      'Becker Keller Hoffmann Schulz Wagner Dupont Lefebvre Moreau Girard Lindqvist Nyberg Dahl Hansen Rossi Ferrari Conti Ricci Garcia Ruiz Navarro Ortega Smith Hughes Clarke Bennett Kowalski Nowak Novak Svoboda Visser Jansen Yilmaz Kaya Murphy Walsh Virtanen Costa Almeida Weber Fischer',
  },
  americas: {
    given:
      'James Maria Robert Linda Michael Patricia David Jennifer Carlos Ana Luis Gabriela Daniel Rachel Kevin Nicole Brian Angela Marcus Denise Tyler Megan Andre Olivia Mateo Camila Rodrigo Valentina Hector Paula Samuel Grace',
    family:
      'Johnson Williams Brown Miller Davis Martinez Lopez Gonzalez Anderson Taylor Moore Jackson Harris Clark Lewis Robinson Walker Young Allen King Silva Souza Oliveira Santos Ramirez Torres Flores Rivera Carter Mitchell Osei Okafor Nguyen Patel Singh Cohen',
  },
} as const;

export type Region = 'china' | 'europe' | 'americas';

const words = (text: string) => text.split(' ');

export interface PersonName {
  /** Family name first in Chinese, last elsewhere. */
  readonly name: string;
  readonly isChinese: boolean;
}

export function personName(draw: Draw, region: Region): PersonName {
  if (region === 'china') return { name: draw.pick(Array.from(surnames)) + draw.pick(givenNames), isChinese: true };
  const { given, family } = foreignNames[region];
  return { name: `${draw.pick(words(given))} ${draw.pick(words(family))}`, isChinese: false };
}
