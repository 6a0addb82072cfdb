import { inflateSync } from 'node:zlib';

/**
 * What a person reads in a PDF of ours, page after page, words of a line joined: enough to look for texts in it. Knows
 * the one way in which pdfkit writes: composite faces with a table back to characters, hexadecimal texts.
 */
export function pdfText(bytes: Uint8Array): string {
  const objects = readObjects(Buffer.from(bytes));
  const faces = readFaces(objects);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages
    .map(({ head }) => {
      const content = objects.get(head.match(/\/Contents (\d+) 0 R/)?.[1] ?? '');
      const fonts = fontsOf(head, objects);
      return pageText(content?.stream?.toString('latin1') ?? '', (name) => faces.get(fonts.get(name) ?? ''));
    })
    .join('\n\f');
}

type PdfObject = { head: string; stream: Buffer | null };

function readObjects(file: Buffer): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  const text = file.toString('latin1');
  for (const match of text.matchAll(/(?<=^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const head = text.slice(
      start,
      Math.min(
        ...[text.indexOf('\nstream\n', start), text.indexOf('\nendobj', start)].filter((at) => at >= 0),
      ),
    );
    const length = Number(head.match(/\/Length (\d+)/)?.[1] ?? Number.NaN);
    const at = start + head.length + '\nstream\n'.length;
    const raw = Number.isNaN(length) ? null : file.subarray(at, at + length);
    const stream = raw && /\/FlateDecode/.test(head) ? inflateSync(raw) : raw;
    objects.set(match[1] ?? '', { head, stream });
  }
  return objects;
}

/** By the number of a font's object: glyph to text. */
function readFaces(objects: Map<string, PdfObject>): Map<string, Map<string, string>> {
  const faces = new Map<string, Map<string, string>>();
  for (const [number, { head }] of objects) {
    const table = head.match(/\/ToUnicode (\d+) 0 R/)?.[1];
    const map = objects.get(table ?? '')?.stream?.toString('latin1');
    if (map) faces.set(number, readMap(map));
  }
  return faces;
}

/** `<0000> <00ff> [<0041> <0042> …]`: texts of glyphs in a row. */
function readMap(map: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    let glyph = Number.parseInt(from, 16);
    for (const [, text = ''] of list.matchAll(/<([0-9a-f ]*)>/gi)) {
      const units = (text.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      glyphs.set(glyph.toString(16).padStart(4, '0'), String.fromCharCode(...units));
      glyph += 1;
    }
  }
  return glyphs;
}

function fontsOf(page: string, objects: Map<string, PdfObject>): Map<string, string> {
  const resources = objects.get(page.match(/\/Resources (\d+) 0 R/)?.[1] ?? '')?.head ?? page;
  return new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number = '']) => [name, number]),
  );
}

function pageText(content: string, faceOf: (name: string) => Map<string, string> | undefined): string {
  let face: Map<string, string> | undefined;
  let text = '';
  for (const [token, name, list] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (token.endsWith('Tf')) face = faceOf(name ?? '');
    else {
      const glyphs = [...(list ?? '').matchAll(/<([0-9a-f]+)>/gi)].flatMap(
        ([, hex = '']) => hex.match(/.{4}/g) ?? [],
      );
      text += glyphs.map((glyph) => face?.get(glyph.toLowerCase()) ?? '?').join('');
    }
  }
  return text;
}
