import { ArrowLeft, Download } from 'lucide-react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { Amount } from '@/components/ui/amount';
import { ButtonLink } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { RecordFacts } from '@/components/wallet/record-facts';
import { WalletOff } from '@/components/wallet/wallet-off';
import { methodTitlesOf } from '@/lib/wallet/method-titles';
import { subjectHref } from '@/lib/wallet/subject-href';
import { walletLine, walletView } from '@/lib/wallet/wallet-queries';
import { walletSettings } from '@/lib/wallet/wallet-settings';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wallet.record');
  return pageMetadata({ title: t('title') });
}

type Props = { params: Promise<{ entryId: string }> };

/** The receipt of one line of one's own history; a line of somebody else's is as good as none. */
export default async function WalletRecordPage({ params }: Props) {
  const actor = await requirePageRole();
  if (!(await walletSettings()).on) return <WalletOff />;
  const { entryId } = await params;
  const line = await walletLine(actor, entryId);
  if (!line) notFound();
  const t = await getTranslations('wallet');
  const locale = await getLocale();
  const [titles, { number }] = await Promise.all([methodTitlesOf([line]), walletView(actor)]);
  const href = subjectHref(line.subject);
  return (
    <div className="grid max-w-2xl grid-cols-1 gap-5">
      <Link
        href="/cabinet/wallet/history"
        className="link flex items-center gap-1.5 justify-self-start text-sm"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        {t('record.back')}
      </Link>
      <div className="grid gap-1">
        <h1>{t(`line.kinds.${line.kind}`)}</h1>
        <Amount value={line.amount} code={line.asset} size="xl" signed />
      </div>
      <Card>
        <RecordFacts line={line} titles={titles} number={number} holder={actor.name} />
      </Card>
      <div className="flex flex-wrap gap-3">
        <a
          href={`/api/wallet/records/${line.entryId}?locale=${locale}`}
          className={buttonClass({ variant: 'outline' })}
        >
          <Download aria-hidden="true" />
          {t('record.pdf')}
        </a>
        {href && (
          <ButtonLink href={href} variant="ghost">
            {t('record.open', { what: t(`record.subjects.${subjectWord(href)}`) })}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

function subjectWord(href: string): 'order' | 'topUp' | 'withdrawal' {
  if (href.startsWith('/orders/')) return 'order';
  return href.startsWith('/cabinet/top-up/') ? 'topUp' : 'withdrawal';
}
