import type { PageLocale } from '../../platform/pages/page-locale.js';
import { en } from './texts-en.js';
import { zh } from './texts-zh.js';

export type PageTexts = typeof en;

const texts: Record<PageLocale, PageTexts> = { en, zh };

export const textsIn = (locale: PageLocale): PageTexts => texts[locale];
