import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { readDraft } from '@/app/_exchange/order-draft';
import { redirect } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { pairPath, readPair } from '@/components/calculator/pair-path';
import { OrderForm } from '@/components/order/order-form';
import { QuoteGone } from '@/components/order/quote-gone';
import { QuoteSummary } from '@/components/order/quote-summary';
import { requisiteInputs } from '@/components/order/requisite-inputs';
import { ClientMessages } from '@/components/ui/client-messages';
import { loadProfile } from '@/lib/auth/profile';
import { savedRequisites } from '@/lib/auth/saved-requisites';
import { now } from '@/lib/clock';
import { directionByCodes } from '@/lib/exchange/catalog';
import { loadQuote } from '@/lib/exchange/create-quote';
import { toLocale } from '@/lib/i18n/locales';
import { quoteWallet } from '@/lib/wallet/form-wallet';
import { submitOrder } from './actions';

type OrderFormPageProps = { params: Promise<{ pair: string }>; searchParams: PageQuery };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('order.form');
  return pageMetadata({ title: t('title') });
}

/** Where a quote becomes an order: the frozen amounts, then what the office needs to know. */
export default async function OrderFormPage({ params, searchParams }: OrderFormPageProps) {
  const pair = readPair((await params).pair) ?? notFound();
  const locale = toLocale(await getLocale());
  const quote = await loadQuote(await queryText(searchParams, 'quote'));
  const [from, to] = quote ? [quote.give.code, quote.get.code] : [pair.from, pair.to];
  const direction = (await directionByCodes(from, to)) ?? notFound();
  if (!quote || quote.state === 'used') {
    return <QuoteGone reason={quote ? 'used' : 'unknown'} href={pairPath(from, to)} />;
  }
  if (from !== pair.from || to !== pair.to) {
    return redirect({
      href: { pathname: `${pairPath(from, to)}/order`, query: { quote: quote.id } },
      locale,
    });
  }

  const actor = await currentActor();
  const signedIn = actor.kind === 'user';
  const [saved, profile] = signedIn
    ? await Promise.all([savedRequisites({ actor }), loadProfile({ actor })])
    : [[], null];
  const [kinds, path] = [
    { from: direction.fromMethod.kind, to: direction.toMethod.kind },
    `${pairPath(from, to)}/order?quote=${quote.id}`,
  ];
  const wallet = await quoteWallet({ quote, kinds, actor });
  const draft = await readDraft(quote.id);
  const sideOf = (side: 'give' | 'get') => {
    const method = side === 'give' ? direction.fromMethod : direction.toMethod;
    return {
      side,
      title: method.titles[locale],
      fields: requisiteInputs(
        method.fields.filter((field) => field.side === side),
        side,
        locale,
      ),
      saved: saved
        .filter(({ methodCode }) => methodCode === method.code)
        .map(({ id, label, values }) => ({ id, label, values })),
    };
  };
  const secondsLeft = Math.max(0, (quote.expiresAt.getTime() - now().getTime()) / 1000);
  return (
    <ClientMessages namespaces={['order']}>
      <OrderForm
        action={submitOrder}
        quoteId={quote.id}
        secondsLeft={quote.state === 'open' ? secondsLeft : 0}
        sides={[sideOf('give'), sideOf('get')]}
        initial={{ email: profile?.email ?? '', phone: profile?.phone ?? '', ...draft }}
        signedIn={signedIn}
        wallet={
          wallet?.state === 'guest'
            ? { ...wallet, href: { pathname: '/sign-in', query: { next: `/${locale}${path}` } } }
            : wallet
        }
        summary={<QuoteSummary quote={quote} direction={direction} locale={locale} />}
      />
    </ClientMessages>
  );
}
