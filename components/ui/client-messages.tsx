import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/** Every client component may rely on these. */
const always = ['common', 'errors'];

/**
 * Sends texts to the client components inside: `common` and `errors` always, others by name. The layout has one
 * without names; a page whose client components call `useTranslations('order')` wraps them in
 * `<ClientMessages namespaces={['order']}>`. Texts that no client component needs are not sent.
 */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: string[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const wanted = new Set([...always, ...namespaces]);
  const messages = Object.fromEntries(Object.entries(all).filter(([namespace]) => wanted.has(namespace)));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
