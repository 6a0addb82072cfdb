import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { NoticeFacts } from '@/components/notice/notice-facts';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { AppError } from '@/lib/errors';
import { noticeReaders, noticeView } from '@/lib/payments/notice-queries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices');
  return pageMetadata({ title: t('notice') });
}

type Props = { params: Promise<{ noticeId: string }> };

/** One notice raw, as it came, with what was read from it and what came of it. */
export default async function NoticePage({ params }: Props) {
  const actor = await requirePageRole(...noticeReaders);
  const { noticeId } = await params;
  const notice = await noticeView(actor, noticeId).catch((error) => {
    if (error instanceof AppError && error.code === 'not_found') return notFound();
    throw error;
  });
  const t = await getTranslations('notices');
  const explained = notice.reason ?? notice.outcome ?? '';
  const headers = Object.entries(notice.headers);
  return (
    <div className="grid gap-5">
      <PageHead
        title={t('notice')}
        lead={
          <Link href="/admin/notices" className="text-link">
            {t('all')}
          </Link>
        }
      />
      {t.has(`explain.${explained}`) && <Alert tone="warning">{t(`explain.${explained}`)}</Alert>}
      <Card>
        <NoticeFacts notice={notice} />
      </Card>
      {notice.reading && (
        <Card title={t('reading')}>
          <Raw>{notice.reading}</Raw>
        </Card>
      )}
      {notice.query !== '' && (
        <Card title={t('query')}>
          <Raw>{notice.query}</Raw>
        </Card>
      )}
      <Card title={`${t('body')} · ${t('bodySize', { bytes: notice.bodyBytes })}`}>
        <Raw>{notice.body}</Raw>
      </Card>
      <Card title={t('headers')}>
        <p className="mb-2 text-sm text-muted">{t('headersHint')}</p>
        <Raw>{headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</Raw>
      </Card>
    </div>
  );
}

/** What a stranger sent, shown as text and nothing else. */
function Raw({ children }: { children: string }) {
  return <pre className="overflow-x-auto text-xs break-all whitespace-pre-wrap">{children}</pre>;
}
