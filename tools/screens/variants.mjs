const sizes = [
  { size: 'wide', viewport: { width: 1440, height: 900 } },
  { size: 'narrow', viewport: { width: 390, height: 844 } },
];
const themes = /** @type {const} */ (['light', 'dark']);
const languages = [
  { language: 'en', locale: 'en-GB' },
  { language: 'zh', locale: 'zh-CN' },
];

/** Each screen in both sizes, themes and languages: what the browser says it wants, as it would for a person. */
export const variants = sizes.flatMap(({ size, viewport }) =>
  themes.flatMap((colorScheme) =>
    languages.map(({ language, locale }) => ({
      name: `${size}-${colorScheme}-${language}`,
      size,
      use: { viewport, colorScheme, locale, hasTouch: size === 'narrow', isMobile: size === 'narrow' },
    })),
  ),
);
