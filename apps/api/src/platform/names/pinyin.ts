import { pinyin } from 'pinyin-pro';

export interface Pinyin {
  /** Syllables without tones, parted by spaces: `chen guo dong`. */
  readonly pinyin: string;
  /** `cgd` */
  readonly pinyinInitials: string;
}

/** How a name in Chinese characters is typed on a Latin keyboard; empty for other scripts. `person`: surnames as read in names. */
export function pinyinOf(name: string, { person = false } = {}): Pinyin {
  const syllables = pinyin(name, {
    toneType: 'none',
    nonZh: 'removed',
    type: 'array',
    v: true,
    surname: person ? 'head' : 'off',
  });
  return { pinyin: syllables.join(' '), pinyinInitials: syllables.map((syllable) => syllable.charAt(0)).join('') };
}
