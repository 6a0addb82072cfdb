import { ArrowLeft, Download } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { ColumnChoice } from '@/components/export/column-choice';
import { FilterWords } from '@/components/export/filter-words';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ClientMessages } from '@/components/ui/client-messages';
import { RadioGroup } from '@/components/ui/radio-group';
import { deskChoices } from '@/lib/exchange/desk-choices';
import { deskFilterParams, readDeskFilter } from '@/lib/exchange/desk-filter';
import { toldByPage } from '@/lib/export/answer-export';
import { chosenColumns } from '@/lib/export/chosen-columns';
import { delimiters, headers } from '@/lib/export/export-input';
import { exportRoles } from '@/lib/export/export-orders';
import { columnGroupList, usualColumns } from '@/lib/export/order-columns';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('export');
  return pageMetadata({ title: t('title') });
}

/** The desk's present filter in words, the columns to choose, and the button: a plain form that downloads the file. */
export default async function ExportsPage({ searchParams }: { searchParams: PageQuery }) {
  const actor = await requirePageRole(...exportRoles);
  const asked = await searchParams;
  const { filter, problems } = readDeskFilter(asked);
  const params = deskFilterParams(filter);
  const [choices, locale, t] = await Promise.all([
    deskChoices(actor),
    getLocale(),
    getTranslations('export'),
  ]);
  const told = await queryText(searchParams, 'problem');
  const problem = toldByPage.find((code) => code === told);
  const errorId = (await queryText(searchParams, 'errorId')).slice(0, 20);
  const usualDelimiter = locale === 'ru' ? 'semicolon' : 'comma';
  const delimiter = (await queryText(searchParams, 'delimiter')) || usualDelimiter;
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-5">
      <Link href={`/desk?${params}`} className="link flex items-center gap-1.5 text-sm">
        <ArrowLeft aria-hidden="true" className="size-4" />
        {t('back')}
      </Link>
      <PageHead title={t('title')} lead={t('lead')} />
      {problem && (
        <Alert tone="danger" role="alert">
          {t(`problems.${problem}`, { errorId })}
        </Alert>
      )}
      {problems.length > 0 && (
        <Alert tone="warning">
          {t('unknown', { names: problems.map((name) => t(`facts.${name}`)).join(', ') })}
        </Alert>
      )}
      <Card
        title={t('which')}
        action={
          <Link href={`/desk?${params}`} className="link text-sm">
            {t('change')}
          </Link>
        }
      >
        <FilterWords filter={filter} choices={choices} />
      </Card>
      {problems.length === 0 && (
        <form action="/api/exports/orders" className="grid gap-5">
          {[...params].map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="page" value="1" />
          {/* Tells "none chosen", which is refused, from "nothing said", which means the usual ones. */}
          <input type="hidden" name="columns" value="" />
          <Card title={t('columnsTitle')}>
            <ClientMessages namespaces={['export']}>
              <ColumnChoice
                chosen={chosenColumns(asked.columns)}
                usual={usualColumns}
                groups={columnGroupList}
              />
            </ClientMessages>
          </Card>
          <Card title={t('format')}>
            <div className="grid gap-6 sm:grid-cols-2">
              <div className="grid content-start gap-2">
                <RadioGroup
                  name="delimiter"
                  legend={t('delimiter')}
                  defaultValue={delimiter in delimiters ? delimiter : usualDelimiter}
                  options={(['comma', 'semicolon'] as const).map((value) => ({
                    value,
                    label: t(`delimiters.${value}`),
                  }))}
                />
                <p className="text-sm text-muted">{t('delimiterHint')}</p>
              </div>
              <div className="grid content-start gap-2">
                <RadioGroup
                  name="header"
                  legend={t('header')}
                  defaultValue={(await queryText(searchParams, 'header')) || 'titles'}
                  options={headers.map((value) => ({ value, label: t(`headers.${value}`) }))}
                />
                <p className="text-sm text-muted">{t('headerHint')}</p>
              </div>
            </div>
          </Card>
          <div className="sticky bottom-0 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-border bg-background py-3">
            <Button type="submit" variant="primary">
              <Download aria-hidden="true" className="size-4" />
              {t('download')}
            </Button>
            <p className="max-w-[60ch] text-xs text-muted">{t('downloadHint')}</p>
          </div>
        </form>
      )}
    </div>
  );
}
