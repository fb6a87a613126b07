import type { PageLocale } from '../../platform/pages/page-locale.js';
import { en } from './texts-en.js';
import { zh } from './texts-zh.js';

export type SurveyTexts = typeof en;

const texts: Record<PageLocale, SurveyTexts> = { en, zh };

export const textsIn = (locale: PageLocale): SurveyTexts => texts[locale];
