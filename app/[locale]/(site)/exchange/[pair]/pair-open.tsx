import { getLocale, getTranslations } from 'next-intl/server';
import { currentActor } from '@/app/_auth/current-actor';
import { Calculator } from '@/components/calculator/calculator';
import { loadAnswer } from '@/components/calculator/load-answer';
import { type RawQuery, readInput } from '@/components/calculator/read-input';
import { readProblem } from '@/components/calculator/read-problem';
import type { CalcCatalog } from '@/components/calculator/types';
import { Markdown } from '@/components/site/markdown';
import { NextSteps } from '@/components/site/next-steps';
import { ClientMessages } from '@/components/ui/client-messages';
import type { DirectionPageView } from '@/lib/exchange/catalog-types';
import { toLocale } from '@/lib/i18n/locales';
import { exchangeBalances } from '@/lib/wallet/exchange-balances';
import { makeQuote, makeQuoteAndGo } from '../actions';

type PairOpenProps = { direction: DirectionPageView; catalog: CalcCatalog; query: RawQuery };

/** The calculator of a direction on offer, and what is told of it. */
export async function PairOpen({ direction, catalog, query }: PairOpenProps) {
  const t = await getTranslations('site.pair');
  const locale = toLocale(await getLocale());
  const { from, to, texts, tags } = direction;
  const { side, text } = readInput(query);
  const [first, wallet] = await Promise.all([
    loadAnswer({ from, to, side, text }),
    exchangeBalances(await currentActor()),
  ]);
  // A direction that was never given a text has none in any language.
  const own = [texts[locale], texts.en, texts.ru].find((written) => written?.trim());
  const told = tags.filter((tag) => t.has(`tag.${tag}`));
  return (
    <div className="grid items-start gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
      <ClientMessages namespaces={['calculator']}>
        <Calculator
          key={`${from}-${to}`}
          catalog={catalog}
          first={first}
          home="pair"
          wallet={wallet}
          quote={makeQuote}
          quoteAndGo={makeQuoteAndGo}
          problem={readProblem(query)}
        />
      </ClientMessages>
      <div className="grid gap-8">
        {(own || told.length > 0) && (
          <section aria-labelledby="about-pair" className="grid gap-3">
            <h2 id="about-pair">{t('about')}</h2>
            {own && <Markdown text={own} />}
            {told.length > 0 && (
              <ul className="grid list-disc gap-1 ps-5 text-sm">
                {told.map((tag) => (
                  <li key={tag}>{t(`tag.${tag}`)}</li>
                ))}
              </ul>
            )}
          </section>
        )}
        {direction.fromMethod.kind !== 'wallet' && <NextSteps />}
      </div>
    </div>
  );
}
