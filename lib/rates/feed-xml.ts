import type { FeedItem } from './feed-item';

/** The document of the feed: the declaration at its first byte, one item a line, nothing but elements. */
export function feedXml(items: FeedItem[]): string {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (items.length === 0) return `${declaration}<rates/>\n`;
  return `${declaration}<rates>\n${items.map(itemXml).join('')}</rates>\n`;
}

function itemXml(item: FeedItem): string {
  return `<item>${[
    element('from', item.from),
    element('to', item.to),
    element('in', item.in),
    element('out', item.out),
    element('amount', item.amount),
    element('frommin', item.fromMin),
    element('frommax', item.fromMax),
    element('tomin', item.toMin),
    element('tomax', item.toMax),
    // Monitors that do not know version 1.1 still read these.
    element('minamount', item.fromMin),
    element('maxamount', item.fromMax),
    element('minfee', item.minFee),
    element('fromfee', item.fromFee),
    element('tofee', item.toFee),
    element('city', item.city),
    tagElements(item.tags),
    element('delay', item.delay?.toString()),
  ].join('')}</item>\n`;
}

/** How tags are written. One list in one element: whether they may be elements of their own no source settles. */
function tagElements(tags: string[]): string {
  return element('param', tags.length > 0 ? tags.join(', ') : undefined);
}

function element(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeXml(text)}</${name}>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 has no way to write are left out. */
function escapeXml(text: string): string {
  // Codes and numbers, which is nearly all there is, have nothing to escape.
  if (/^[\w.,% -]*$/.test(text)) return text;
  return text
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
