import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { Link } from '@/app/_i18n/navigation';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { LetterFacts } from '@/components/letter/letter-facts';
import { LetterFrame } from '@/components/letter/letter-frame';
import { ActionForm } from '@/components/ui/action-form';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { AppError } from '@/lib/errors';
import { type LetterView, letterView } from '@/lib/notify/letter-queries';
import { resendLetterAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('letters');
  return pageMetadata({ title: t('letter') });
}

type Props = { params: Promise<{ letterId: string }> };

/** One letter as its reader sees it, what became of it, and the way to send it again. */
export default async function LetterPage({ params }: Props) {
  const actor = await requirePageRole('admin', 'support');
  const { letterId } = await params;
  const letter = await letterView(actor, letterId).catch((error) => {
    if (error instanceof AppError && error.code === 'not_found') return notFound();
    throw error;
  });
  const [t, asked] = await Promise.all([getTranslations('letters'), headers()]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <PageHead
        title={
          letter.content?.subject ?? (t.has(`codes.${letter.code}`) ? t(`codes.${letter.code}`) : letter.code)
        }
        lead={
          <Link href="/admin/letters" className="text-link">
            {t('all')}
          </Link>
        }
      />
      {letter.state === 'failed' && <FailedAlert letter={letter} />}
      <Card>
        <LetterFacts letter={letter} />
        {letter.mayResend && (
          <ActionForm action={resendLetterAction} success={t('queuedAgain')} className="mt-4 grid gap-3">
            <input type="hidden" name="letterId" value={letter.id} />
            <div className="flex flex-wrap items-center gap-3">
              <SubmitButton variant="secondary">{t('resend')}</SubmitButton>
              <span className="text-sm text-muted">{t('resendHint', { to: letter.to })}</span>
            </div>
          </ActionForm>
        )}
      </Card>
      {letter.withheld && <Alert tone="info">{t('withheld')}</Alert>}
      {!letter.withheld && !letter.content && <Alert tone="warning">{t('unreadable')}</Alert>}
      {letter.content && (
        <>
          <Card title={t('asHtml')} flush>
            <LetterFrame
              title={letter.content.subject}
              html={letter.content.html}
              nonce={asked.get('x-nonce') ?? ''}
            />
          </Card>
          <Card title={t('asText')}>
            <pre className="text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">{letter.content.text}</pre>
          </Card>
        </>
      )}
    </div>
  );
}

async function FailedAlert({ letter }: { letter: LetterView }) {
  const t = await getTranslations('letters');
  return (
    <Alert tone="danger" title={t('failedTitle', { tries: letter.tries })}>
      <span className="break-all">{letter.lastError}</span>
      {letter.nextTryAt === null && <p>{t('givenUp')}</p>}
    </Alert>
  );
}
