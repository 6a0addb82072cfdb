/**
 * What was typed into the order form, kept in the customer's own browser for the moment in which a new quote takes the
 * place of an old one: without JavaScript the page is another one then, and nothing typed may be lost.
 */
export const draftCookie = 'kantor-order-draft';

const kept = /^(email|phone|save|(give|get)\..{1,40})$/;
/** A cookie holds four kilobytes. */
const bytesMax = 3_000;

export function packDraft(values: Record<string, string>): string {
  const typed = Object.fromEntries(Object.entries(values).filter(([name]) => kept.test(name)));
  const packed = Buffer.from(JSON.stringify(typed)).toString('base64url');
  return packed.length > bytesMax ? '' : packed;
}

/** Texts only, whatever the cookie has become meanwhile. */
export function unpackDraft(packed: string | undefined): Record<string, string> {
  if (!packed) return {};
  try {
    const found: unknown = JSON.parse(Buffer.from(packed, 'base64url').toString());
    if (typeof found !== 'object' || found === null) return {};
    const texts = Object.entries(found).filter(
      ([name, value]) => kept.test(name) && typeof value === 'string',
    );
    return Object.fromEntries(texts);
  } catch {
    return {};
  }
}
