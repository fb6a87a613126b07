/** What people are told. Each kind has its texts in both languages; what it defaults to can be changed by each for oneself. */
export const notificationKinds = {
  'duty-opened': { bell: true, mail: false },
  'duty-handed': { bell: true, mail: true },
  'duty-reminder': { bell: true, mail: false },
  'duty-due': { bell: true, mail: true },
  'duty-gone-up': { bell: true, mail: true },
} as const satisfies Record<string, { bell: boolean; mail: boolean }>;
export type NotificationKind = keyof typeof notificationKinds;
