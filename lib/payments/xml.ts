import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseAttributeValue: false,
  parseTagValue: false,
  processEntities: false,
  removeNSPrefix: true,
  trimValues: true,
});

const predefined: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * A document from outside, or null where it is none. Own entities and document types are refused: they are how files
 * are read and memory is filled.
 */
export function parseXml(text: string): Record<string, unknown> | null {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return null;
  try {
    const value: unknown = parser.parse(text, true);
    return isElement(value) ? value : null;
  } catch {
    return null;
  }
}

/** Text of the element (or `@attribute`) at the path; undefined where there is none, or more than one. */
export function xmlText(document: unknown, ...path: string[]): string | undefined {
  let value = document;
  for (const name of path) value = isElement(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  if (isElement(value)) value = value['#text'];
  return typeof value === 'string'
    ? value.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => predefined[name] ?? '')
    : undefined;
}

/** Text safe inside an element. Characters that XML has no way to write are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function isElement(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
