import { cookies } from 'next/headers';
import { isSecure } from '@/app/_auth/session-cookie';
import type { Locale } from '@/lib/i18n/locales';

/**
 * What the order form of one quote begins with, kept in the customer's own browser: what he typed for the quote that
 * this one takes the place of (without JavaScript the page is another one then, and nothing typed may be lost), or the
 * details of the order that he makes again.
 */
const draftCookie = 'kantor-order-draft';

const kept = /^(email|phone|save|(give|get)\..{1,40})$/;
/** A cookie holds four kilobytes. */
const bytesMax = 3_000;

/** Keeps the details for the form of that quote, and of no other: an address of one coin is none of another. */
export async function keepDraft(
  quoteId: string,
  values: Record<string, string>,
  locale: Locale,
): Promise<void> {
  (await cookies()).set(draftCookie, packDraft(quoteId, values), {
    path: pathOf(locale),
    maxAge: 300,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
  });
}

/** By the names of the form's fields; nothing where nothing is kept for that quote. */
export async function readDraft(quoteId: string): Promise<Record<string, string>> {
  return unpackDraft(quoteId, (await cookies()).get(draftCookie)?.value);
}

export async function dropDraft(locale: Locale): Promise<void> {
  (await cookies()).delete({ name: draftCookie, path: pathOf(locale) });
}

/** Exported for its test. */
export function packDraft(quoteId: string, values: Record<string, string>): string {
  const typed = Object.fromEntries(Object.entries(values).filter(([name]) => kept.test(name)));
  const packed = Buffer.from(JSON.stringify({ ...typed, quoteId })).toString('base64url');
  return packed.length > bytesMax ? '' : packed;
}

/** Exported for its test. Texts only, whatever the cookie has become meanwhile. */
export function unpackDraft(quoteId: string, packed: string | undefined): Record<string, string> {
  if (!packed) return {};
  try {
    const found: unknown = JSON.parse(Buffer.from(packed, 'base64url').toString());
    if (typeof found !== 'object' || found === null) return {};
    if (!('quoteId' in found) || found.quoteId !== quoteId) return {};
    const fields: [string, unknown][] = Object.entries(found);
    return Object.fromEntries(
      fields.flatMap(([name, value]) =>
        kept.test(name) && typeof value === 'string' ? [[name, value]] : [],
      ),
    );
  } catch {
    return {};
  }
}

/** The order form, and nothing else, is sent what was typed into it. */
function pathOf(locale: Locale): string {
  return `/${locale}/exchange`;
}
