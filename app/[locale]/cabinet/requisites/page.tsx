import { CreditCard } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { RequisitesForm } from '@/components/account/requisites-form';
import { RequisitesList } from '@/components/account/requisites-list';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { askedOnce } from '@/lib/auth/save-requisites';
import { savedRequisites } from '@/lib/auth/saved-requisites';
import { openMethods } from '@/lib/exchange/catalog';
import type { MethodView } from '@/lib/exchange/catalog-types';
import { type Locale, toLocale } from '@/lib/i18n/locales';
import { remove, save } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account.requisites');
  return pageMetadata({ title: t('title') });
}

export default async function RequisitesPage({ searchParams }: { searchParams: PageQuery }) {
  const actor = await requirePageRole();
  const t = await getTranslations('account.requisites');
  const locale = toLocale(await getLocale());
  const [chosen, done] = await Promise.all([
    queryText(searchParams, 'method'),
    queryText(searchParams, 'done'),
  ]);
  const methods = (await openMethods()).filter(({ fields }) => fields.length > 0);
  const method = methods.find(({ code }) => code === chosen);
  const saved = method ? [] : await savedRequisites({ actor });
  return (
    <div className="grid grid-cols-1 gap-5">
      <div className="grid gap-1">
        <h1>{t('title')}</h1>
        <p className="text-muted">{t('intro')}</p>
      </div>
      {done && <Alert tone="success">{t(done === 'deleted' ? 'deleted' : 'saved')}</Alert>}
      {method ? (
        <RequisitesForm
          method={{
            code: method.code,
            title: method.titles[locale],
            fields: askedOnce(method.fields),
          }}
          save={save}
        />
      ) : (
        <>
          <Card flush>
            {saved.length > 0 ? (
              <RequisitesList saved={saved} remove={remove} />
            ) : (
              <EmptyState icon={CreditCard} title={t('emptyTitle')}>
                {t('emptyText')}
              </EmptyState>
            )}
          </Card>
          <ChooseMethod methods={methods} locale={locale} />
        </>
      )}
    </div>
  );
}

/** A plain form that asks for the page of one method: works without JavaScript. */
async function ChooseMethod({ methods, locale }: { methods: MethodView[]; locale: Locale }) {
  const t = await getTranslations('account.requisites');
  return (
    <form method="get" className="flex max-w-xl flex-wrap items-end gap-3">
      <label className="grid grow gap-1.5 text-sm font-medium">
        {t('method')}
        <select name="method" required className="input font-normal" defaultValue="">
          <option value="">{t('choose')}</option>
          {methods.map(({ code, titles, asset }) => (
            <option key={code} value={code}>
              {titles[locale]} · {asset}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={buttonClass({ variant: 'primary' })}>
        {t('add')}
      </button>
    </form>
  );
}
