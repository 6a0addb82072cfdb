import localFont from 'next/font/local';

/*
 * Golos Text: one variable face with a Cyrillic drawn first, not after, and a tabular "1" with a foot, so that
 * columns of amounts stay even. Two subsets are sent; the fallback of the second one stands for both, because a
 * fallback of the first would catch the Cyrillic before its own face does.
 */
const latin = localFont({
  src: '../node_modules/@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2',
  weight: '400 900',
  variable: '--font-golos-latin',
  display: 'swap',
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215',
    },
  ],
});

const cyrillic = localFont({
  src: '../node_modules/@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2',
  weight: '400 900',
  variable: '--font-golos-cyrillic',
  display: 'swap',
  adjustFontFallback: 'Arial',
  declarations: [{ prop: 'unicode-range', value: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116' }],
});

/** Class names for <html> that bring the type face. */
export const fontClasses = `${latin.variable} ${cyrillic.variable}`;
