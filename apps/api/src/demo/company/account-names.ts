import type { Draw } from '../chance/draw.js';
import type { Region } from './people-names.js';

export interface AccountName {
  readonly name: string;
  readonly nameZh: string | null;
  readonly industry: string;
  readonly place: Place;
}

/** Where an account sits. Its numbers come from ranges kept for fiction; China has none, so there 5550 stands for them. */
export interface Place {
  readonly region: Region;
  /** Null: the organisation's own. */
  readonly zone: string | null;
  /** The part of a telephone number before its last digits, and how many follow. */
  readonly phones: readonly (readonly [start: string, digits: number])[];
}

const china: Place = {
  region: 'china',
  zone: null,
  phones: [
    ['+86215550', 4],
    ['+86105550', 4],
    ['+867555550', 4],
    ['+86205550', 4],
  ],
};

const brands =
  '海港 Harbour,晨光 Morning Light,金河 Jinhe,北岭 Northridge,珠江口 Pearl River,莲花 Lotus,华悦 Huayue,通达 Tongda,东湖 East Lake,青山 Green Hill,长岭 Changling,南屏 Nanping,云溪 Cloud Brook,江畔 Riverside,松柏 Pine,丰原 Fengyuan,瑞川 Ruichuan,明湖 Clear Lake,古塔 Old Pagoda,白鹭 Egret,星海 Star Sea,远帆 Far Sail,锦程 Jincheng,安澜 Anlan,鸿图 Hongtu,嘉禾 Jiahe,西岭 Westridge,银杏 Ginkgo,临江 Linjiang,天目 Tianmu,广源 Guangyuan,和顺 Heshun,永泰 Yongtai,双桥 Twin Bridge,梅岭 Meiling,清河 Qinghe,虹桥 Rainbow Bridge,兰亭 Lanting,石门 Stone Gate,竹园 Bamboo Garden';

/** Industry; its words in Chinese and English. Banks are many: the support pool is parted into bank and non-bank. */
const chineseKinds =
  'bank 银行 Bank,bank 农商银行 Rural Bank,bank 信用社 Credit Union,insurance 保险 Insurance,securities 证券 Securities,manufacturing 机械 Machinery,manufacturing 电子 Electronics,manufacturing 纺织 Textiles,retail 超市 Supermarkets,retail 商贸 Trading,logistics 物流 Logistics,health 医院 Hospital,health 药业 Pharma,energy 水务 Water,energy 电力 Power,hotels 酒店 Hotels,food 粮油 Grain,education 学院 College,transport 客运 Coach Lines';

interface Country extends Place {
  readonly stems: string;
  /** Industry and the words after the stem. */
  readonly kinds: string;
}

const countries: readonly Country[] = [
  {
    region: 'europe',
    zone: 'Europe/Berlin',
    phones: [['+493023125', 3]],
    stems: 'Keller,Brandt,Lindenhof,Oderland,Reuter,Falkenau,Stein,Bergmann,Nordmark,Taunus',
    kinds: 'manufacturing Maschinenbau GmbH,retail Warenhaus AG,bank Privatbank,logistics Spedition GmbH',
  },
  {
    region: 'europe',
    zone: 'Europe/Paris',
    phones: [['+33199001', 3]],
    stems: 'Dupont,Vauban,Beaulieu,Armorique,Clairmont,Morvan,Ardenne,Lavigne,Roussillon,Valmy',
    kinds: 'insurance Assurances,hotels Hôtels SA,bank Banque,food Alimentation SA',
  },
  {
    region: 'europe',
    zone: 'Europe/London',
    phones: [['+442079460', 3]],
    stems: 'Easton,Fairford,Whitmore,Ashdown,Pembury,Calder,Thornbury,Marlow,Haverhill,Stanmore',
    kinds: 'logistics Logistics Ltd,retail Stores plc,insurance Mutual,health Clinics Ltd',
  },
  {
    region: 'europe',
    zone: 'Europe/Stockholm',
    phones: [['+468465004', 2]],
    stems: 'Lindqvist,Norrland,Mälar,Vasa,Skogsby,Älvdal,Sund,Hallberg,Öresjö,Torsby',
    kinds: 'energy Energi AB,manufacturing Verkstad AB,bank Sparbank,transport Buss AB',
  },
  {
    region: 'americas',
    zone: 'America/New_York',
    phones: [
      ['+1212555010', 1],
      ['+1617555010', 1],
      ['+1312555010', 1],
    ],
    stems: 'Granite,Hudson Bend,Prairie,Old Mill,Cedar Point,Lakeshore,Summit Hill,Blue Heron,Ironwood,Harvest',
    kinds:
      'bank Savings Bank,health Health Partners,retail Outfitters Inc.,logistics Freight Inc.,insurance Insurance Co.',
  },
  {
    region: 'americas',
    zone: 'America/Toronto',
    phones: [
      ['+1416555010', 1],
      ['+1514555010', 1],
    ],
    stems: 'Maple Ridge,Northern,Red River,Birchwood,Georgian,Laurentian,Sault,Evergreen,Trillium,Kingsway',
    kinds: 'energy Hydro,transport Rail,bank Credit Union,food Grain Co-op,education College',
  },
];

function combined<Name>(stems: string, kinds: string, name: (stem: string, kind: string) => Name): Name[] {
  return stems.split(',').flatMap((stem) => kinds.split(',').map((kind) => name(stem, kind)));
}

function chineseName(brand: string, kind: string): AccountName {
  const [brandZh = '', ...brandEn] = brand.split(' ');
  const [industry = '', kindZh = '', ...kindEn] = kind.split(' ');
  return { name: [...brandEn, ...kindEn].join(' '), nameZh: brandZh + kindZh, industry, place: china };
}

function foreignName(country: Country, stem: string, kind: string): AccountName {
  const [industry = '', ...words] = kind.split(' ');
  const { region, zone, phones } = country;
  return { name: [stem, ...words].join(' '), nameZh: null, industry, place: { region, zone, phones } };
}

/** Different names, so many of each region, in an order by chance; the first is Harbour Bank. */
export function accountNames(draw: Draw, counts: Readonly<Record<Region, number>>): AccountName[] {
  const all = [
    ...combined(brands, chineseKinds, chineseName),
    ...countries.flatMap((country) =>
      combined(country.stems, country.kinds, (stem, kind) => foreignName(country, stem, kind)),
    ),
  ];
  const [first, ...others] = all;
  if (!first) throw new Error('There are no names.');
  const left = { ...counts, china: counts.china - 1 };
  const chosen = draw.shuffled(others).filter(({ place }) => left[place.region]-- > 0);
  return [first, ...chosen];
}
