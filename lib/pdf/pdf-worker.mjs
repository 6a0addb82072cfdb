// Draws PDF documents in a thread of its own: a thousand rows take a second of computing, in which the server's own
// thread would answer nobody. Plain JavaScript, because a thread is started from a file. Started by make-pdf.ts alone.
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import pdfmake from 'pdfmake';

const require = createRequire(import.meta.url);
// The face of the pages, whole: what the pages load is cut into alphabets, which a PDF cannot join. It has no italics.
const [normal, bold] = ['400Regular/GolosText_400Regular', '600SemiBold/GolosText_600SemiBold'].map((file) =>
  require.resolve(`@expo-google-fonts/golos-text/${file}.ttf`),
);
const face = { normal, bold, italics: normal, bolditalics: bold };
const line = '#ddd7cd';

pdfmake.setFonts({ Golos: face });
// What is drawn comes with the document; the disk is for the face alone, the network for nothing.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(face).includes(path));
pdfmake.setTableLayouts({
  /** Fine lines between rows, a strong one under the head, nothing at the sides. */
  rows: {
    hLineWidth: (i, node) => (i === 0 || i === node.table.body.length ? 0 : 0.5),
    vLineWidth: () => 0,
    hLineColor: (i, node) => (i === node.table.headerRows ? '#6b635a' : line),
    paddingLeft: (i) => (i === 0 ? 0 : 6),
    paddingRight: (i, node) => (i === node.table.widths.length - 1 ? 0 : 6),
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
});

parentPort?.on('message', async ({ id, document }) => {
  try {
    const bytes = await draw(document);
    parentPort?.postMessage({ id, bytes });
  } catch (error) {
    parentPort?.postMessage({
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});

async function draw({ title, locale, content, pageSize, pageMargins, fontSize, styles, foot, print }) {
  const definition = {
    content,
    pageSize: pageSize ?? 'A4',
    pageMargins: pageMargins ?? [42, 42, 42, foot ? 54 : 42],
    info: { title },
    language: locale,
    styles,
    defaultStyle: {
      font: 'Golos',
      fontSize: fontSize ?? 9,
      color: '#231d17',
      lineHeight: 1.15,
    },
    footer: foot && ((page, pages) => footOf(foot, page, pages)),
  };
  const drawn = pdfmake.createPdf(definition);
  if (print) (await drawn.getStream()).setOpenActionAsPrint();
  return drawn.getBuffer();
}

function footOf({ text, pages: words }, page, pages) {
  return {
    margin: [42, 14, 42, 0],
    fontSize: 8,
    color: '#6b635a',
    columns: [
      { text, width: '*' },
      {
        text: words.replace('{page}', String(page)).replace('{pages}', String(pages)),
        width: 'auto',
        alignment: 'right',
      },
    ],
  };
}
