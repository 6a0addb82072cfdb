import type { Content } from 'pdfmake';
import { inks } from '@/lib/pdf/pdf-document';

/** The head of a document: the house's mark and name at the left, at the right what it is and since when it is true. */
export function brandHead({
  officeName,
  title,
  lines = [],
}: {
  officeName: string;
  title: string;
  lines?: string[];
}): Content {
  return {
    margin: [0, 0, 0, 18],
    columns: [
      { svg: brandMarkSvg, width: 26, height: 26 },
      { text: officeName, width: '*', fontSize: 15, bold: true, margin: [8, 4, 0, 0] },
      {
        width: 'auto',
        alignment: 'right',
        stack: [
          { text: title, fontSize: 15, bold: true },
          ...lines.map((text) => ({ text, color: inks.muted })),
        ],
      },
    ],
  };
}

/** The mark in fixed colours, as in letters. */
export const brandMarkSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">' +
  `<rect width="32" height="32" rx="8" fill="${inks.accent}"/>` +
  '<path d="M8 6h4v20H8z" fill="#fbf8f2"/><path d="M13.5 15.5 20 6h6l-6.5 9.5z" fill="#fbf8f2"/>' +
  '<path d="M13.5 16.5h6L26 26h-6z" fill="#fbf8f2" fill-opacity="0.68"/></svg>';
