import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');

// HTML in the text is shown as it was typed; pictures would load from strangers' servers and tell who reads.
const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: { html: ({ text }) => escapeHtml(text), image: ({ text }) => escapeHtml(text) },
});

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'strong', 'em', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
    ...['h2', 'h3', 'h4', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nestingLimit: 40,
  transformTags: {
    // The page has its own first heading.
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    a: (tagName, { href = '' }) => ({ tagName, attribs: linkAttributes(href) }),
  },
};

/** Longer texts are parsed in parts: the parser's time on nested marks grows with the square. */
const PART_LENGTH_MAX = 20_000;
// The parser calls itself for each quote or list that opens within another: thousands on a line end its stack.
const NESTED_TOO_DEEP = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){20}/m;

/**
 * Safe HTML of a text in Markdown. Links go to http(s) and mailto, with `nofollow noopener`, or to a path of this
 * site; everything else of them, HTML and pictures come out as plain text.
 */
export function renderMarkdown(text: string): string {
  return partsOf(text).map(renderPart).join('\n');
}

function renderPart(text: string): string {
  if (text.length > PART_LENGTH_MAX || NESTED_TOO_DEEP.test(text)) return `<p>${escapeHtml(text)}</p>`;
  return sanitizeHtml(marked.parse(text, { async: false }), allowed).trim();
}

/** The text cut between paragraphs. One that is too long by itself is a part that is only escaped. */
function partsOf(text: string): string[] {
  if (text.length <= PART_LENGTH_MAX) return [text];
  const parts: string[] = [];
  for (const paragraph of text.split(/\n{2,}/)) {
    const longer = `${parts.at(-1) ?? ''}\n\n${paragraph}`;
    if (parts.length > 0 && longer.length <= PART_LENGTH_MAX) parts[parts.length - 1] = longer;
    else parts.push(paragraph);
  }
  return parts;
}

function linkAttributes(href: string): sanitizeHtml.Attributes {
  // `//host` and `/\host` are other sites to a browser.
  if (/^\/(?![/\\])/.test(href)) return { href };
  return /^(?:https?:\/\/|mailto:)/i.test(href) ? { href, rel: 'nofollow noopener noreferrer' } : {};
}
