/** The reader's choice; nothing chosen follows the system. */
export type Theme = 'light' | 'dark' | 'system';

export const themeCookie = 'kantor-theme';

/** The choice that a cookie holds; anything else counts as none. */
export function toTheme(text: string | undefined): Theme {
  return text === 'light' || text === 'dark' ? text : 'system';
}
