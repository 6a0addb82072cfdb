/**
 * The site's colours (app/_theme/tokens.css) as plain hex: mail programs know neither variables nor OKLCH. Light ones
 * stand on the elements themselves, dark ones in a style element that programs with a dark mode read.
 */
export const light = {
  background: '#f8f5f1',
  surface: '#fefdfb',
  surfaceSoft: '#f2efe8',
  text: '#211c16',
  muted: '#625b53',
  border: '#dcd9d1',
  accent: '#005e62',
  onAccent: '#f7fdfd',
} as const;

export const tones = {
  info: { background: '#e2ecfd', text: '#244686' },
  warning: { background: '#feebc4', text: '#6e3f0a' },
  success: { background: '#d8f4db', text: '#165124' },
  danger: { background: '#ffe4e1', text: '#901e1c' },
} as const;

export type Tone = keyof typeof tones;

const dark = {
  'k-page': 'background-color: #1b1815',
  'k-card': 'background-color: #24211d; border-color: #443f3a',
  'k-text': 'color: #edeae5',
  'k-muted': 'color: #b4afa6',
  'k-soft': 'background-color: #2d2925',
  'k-line': 'border-color: #443f3a',
  'k-link': 'color: #68cdc6',
  'k-button': 'background-color: #68cdc6; color: #031a1b',
  'k-info': 'background-color: #243450; color: #bad6ff',
  'k-warning': 'background-color: #473213; color: #fbd482',
  'k-success': 'background-color: #1c3b24; color: #99ebaa',
  'k-danger': 'background-color: #502523; color: #ffbcb5',
} as const;

/** The style element's text. It holds no character that would have to be escaped. */
export const darkStyle = [
  ':root { color-scheme: light dark; supported-color-schemes: light dark; }',
  `@media (prefers-color-scheme: dark) { ${Object.entries(dark)
    .map(([name, rules]) => `.${name} { ${rules.replaceAll(/(;|$)/g, ' !important$1')} }`)
    .join(' ')} }`,
].join('\n');

export const font = "'Golos Text', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
export const mono = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";
