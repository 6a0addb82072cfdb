import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { officeWords } from '@/app/_theme/shell-props';
import { Calculator } from '@/components/calculator/calculator';
import { choosePair } from '@/components/calculator/choose-pair';
import { loadAnswer } from '@/components/calculator/load-answer';
import { loadCatalog } from '@/components/calculator/load-catalog';
import { type RawQuery, readInput } from '@/components/calculator/read-input';
import { readProblem } from '@/components/calculator/read-problem';
import { DirectionLinks } from '@/components/site/direction-links';
import { NextSteps } from '@/components/site/next-steps';
import { OfficeFacts } from '@/components/site/office-facts';
import { ratesNow } from '@/components/site/rates-now';
import { TrustFacts } from '@/components/site/trust-facts';
import { Alert } from '@/components/ui/alert';
import { ClientMessages } from '@/components/ui/client-messages';
import { exchangeBalances } from '@/lib/wallet/exchange-balances';
import { makeQuote, makeQuoteAndGo } from './exchange/actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site.home');
  return pageMetadata({ title: t('title'), description: t('description'), path: '/' });
}

/** The storefront: the calculator, and around it what one would ask before using it. */
export default async function StorefrontPage({ searchParams }: { searchParams: Promise<RawQuery> }) {
  const query = await searchParams;
  const [t, { calc, directions, methods }, office, wallet] = await Promise.all([
    getTranslations('site'),
    loadCatalog(),
    officeWords(),
    exchangeBalances(await currentActor()),
  ]);
  const wanted = readInput(query);
  const pair = choosePair(calc, wanted);
  const first = pair && (await loadAnswer({ ...pair, side: wanted.side, text: wanted.text }));
  return (
    <div className="grid gap-14">
      <div className="grid items-start gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
        <div className="grid gap-4">
          <div>
            <h1>{t('home.heading')}</h1>
            <p className="mt-1 hidden text-muted sm:block">{t('home.lead')}</p>
          </div>
          {first ? (
            <ClientMessages namespaces={['calculator']}>
              <Calculator
                catalog={calc}
                first={first}
                home="site"
                wallet={wallet}
                quote={makeQuote}
                quoteAndGo={makeQuoteAndGo}
                problem={readProblem(query)}
              />
            </ClientMessages>
          ) : (
            <Alert tone="warning" title={t('closed.title')}>
              {t('closed.text', { hours: office.hours })}
            </Alert>
          )}
        </div>
        <div className="grid gap-6 lg:pt-3">
          <NextSteps />
          <OfficeFacts hours={office.hours} contactEmail={office.contactEmail} />
        </div>
      </div>
      {directions.length > 0 && (
        <section aria-labelledby="rates-now">
          <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6">
            <h2 id="rates-now">{t('rates.title')}</h2>
            <Link href="/tariffs" className="link text-sm">
              {t('rates.all')}
            </Link>
          </div>
          <DirectionLinks directions={ratesNow(directions, 10)} methods={methods} />
        </section>
      )}
      <TrustFacts />
    </div>
  );
}
