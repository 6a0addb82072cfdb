import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Link, redirect } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { choosePair } from '@/components/calculator/choose-pair';
import { loadCatalog } from '@/components/calculator/load-catalog';
import { amountQuery, pairPath, readPair } from '@/components/calculator/pair-path';
import { type RawQuery, readInput } from '@/components/calculator/read-input';
import { rateWords } from '@/components/calculator/words';
import { Alternatives } from '@/components/site/alternatives';
import { Alert } from '@/components/ui/alert';
import { directionByCodes } from '@/lib/exchange/catalog';
import { toLocale } from '@/lib/i18n/locales';
import { PairOpen } from './pair-open';

type PairPageProps = { params: Promise<{ pair: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata({ params }: PairPageProps): Promise<Metadata> {
  const direction = await load((await params).pair);
  if (!direction) return {};
  const [t, calc] = await Promise.all([getTranslations('site.pair'), getTranslations('calculator')]);
  const locale = toLocale(await getLocale());
  const { fromMethod, toMethod, rate } = direction;
  const words = {
    from: fromMethod.titles[locale],
    to: toMethod.titles[locale],
    fromAsset: fromMethod.asset,
    toAsset: toMethod.asset,
  };
  const told = rate && rateWords(calc, rate, { from: fromMethod.asset, to: toMethod.asset, locale });
  return pageMetadata({
    title: t('titleAssets', words),
    description: told ? t('description', { ...words, rate: told }) : t('descriptionNoRate', words),
    path: pairPath(direction.from, direction.to),
  });
}

/** One direction: the calculator set to it, its figures and its own text; where it is closed, what is open instead. */
export default async function PairPage({ params, searchParams }: PairPageProps) {
  const direction = await load((await params).pair);
  if (!direction) notFound();
  const wanted = readInput(await searchParams);
  const [t, { calc, directions, methods }] = await Promise.all([getTranslations('site.pair'), loadCatalog()]);
  const locale = toLocale(await getLocale());
  const { from, to, fromMethod, toMethod, state } = direction;

  // The form sent without JavaScript names the methods that were chosen; another pair has a page of its own.
  const pair = (wanted.from ?? from) === from && (wanted.to ?? to) === to ? null : choosePair(calc, wanted);
  if (pair) {
    const href = { pathname: pairPath(pair.from, pair.to), query: amountQuery(wanted.side, wanted.text) };
    redirect({ href, locale });
  }

  const words = { from: fromMethod.titles[locale], to: toMethod.titles[locale] };
  const shut = state === 'direction_closed' ? 'closed' : state === 'rate_missing' ? 'rate' : null;
  return (
    <div className="grid gap-12">
      <div className="grid gap-4">
        <div>
          <Link href="/tariffs" className="link text-sm">
            {t('back')}
          </Link>
          <h1 className="mt-2">{t('title', words)}</h1>
        </div>
        {shut ? (
          <Alert tone="warning" title={t(`${shut}Title`, words)}>
            {t(`${shut}Text`)}
          </Alert>
        ) : (
          <PairOpen direction={direction} catalog={calc} query={await searchParams} />
        )}
      </div>
      <Alternatives from={fromMethod} to={toMethod} directions={directions} methods={methods} />
    </div>
  );
}

async function load(pair: string) {
  const codes = readPair(pair);
  return codes && directionByCodes(codes.from, codes.to);
}
