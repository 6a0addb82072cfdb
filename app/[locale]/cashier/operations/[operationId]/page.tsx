import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { ApprovalSteps } from '@/components/cashier/approval-steps';
import { DoneKeys } from '@/components/cashier/done-keys';
import { OperationFacts } from '@/components/cashier/operation-facts';
import { OperationSides } from '@/components/cashier/operation-sides';
import { OperationState } from '@/components/cashier/operation-state';
import { ReverseDialog } from '@/components/cashier/reverse-dialog';
import { LiveRefresh } from '@/components/live/live-refresh';
import { Card } from '@/components/ui/card';
import { ClientMessages } from '@/components/ui/client-messages';
import { operationView } from '@/lib/cashier/operation-view';
import { reverseAction } from '../../actions';
import { approveAction, declineAction } from '../../approvals/actions';
import { TillOff } from '../../till-off';
import { tillVisitor } from '../../till-visitor';

type Props = { params: Promise<{ operationId: string }>; searchParams: PageQuery };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ actor, cashier, mayApprove }, { operationId }, t] = await Promise.all([
    tillVisitor(),
    params,
    getTranslations('till.operation'),
  ]);
  if (!cashier && !mayApprove) return pageMetadata({ title: (await getTranslations('till.off'))('heading') });
  const { number } = await orNotFound(operationView(actor, operationId));
  return pageMetadata({ title: t('title', { number }) });
}

/** One operation: what has become of it, its receipt, and the way on. Each form at the till ends here. */
export default async function OperationPage({ params, searchParams }: Props) {
  const [visitor, { operationId }, done] = await Promise.all([
    tillVisitor(),
    params,
    queryText(searchParams, 'done'),
  ]);
  const { actor, cashier } = visitor;
  // Suspended with the page open: he is told so when it is drawn anew, instead of meeting a failure.
  if (!cashier && !visitor.mayApprove) return <TillOff visitor={visitor} />;
  const [operation, t] = await Promise.all([
    orNotFound(operationView(actor, operationId)),
    getTranslations('till.operation'),
  ]);
  const { id, kind, status, number, mayReverse, mayApprove, mayDecline } = operation;
  const hasReceipt = status === 'done' || status === 'reversed';
  const nextHref = !cashier ? '/cashier/day' : kind === 'write_off' ? '/cashier/write-off' : '/cashier';
  return (
    <ClientMessages namespaces={['till']}>
      {status === 'awaiting_approval' && <LiveRefresh url={`/api/live/till?operation=${id}`} />}
      <div className="mx-auto grid w-full max-w-xl gap-5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h1>{t('title', { number })}</h1>
          <Link href="/cashier/day" className="link text-sm">
            {t('toDay')}
          </Link>
        </div>
        <OperationState operation={operation} />
        <DoneKeys
          receiptUrl={hasReceipt ? `/api/till/operations/${id}/receipt` : null}
          nextHref={nextHref}
          fresh={done === '1'}
        />
        <Card>
          <OperationFacts operation={operation} />
        </Card>
        {status === 'reversed' && (
          <Card title={t('sides')} flush>
            <OperationSides operation={operation} />
          </Card>
        )}
        {(mayReverse || mayApprove || mayDecline) && (
          <div className="flex flex-wrap justify-end gap-2">
            {mayReverse && <ReverseDialog operation={operation} action={reverseAction} />}
            <ApprovalSteps operation={operation} approve={approveAction} decline={declineAction} />
          </div>
        )}
      </div>
    </ClientMessages>
  );
}
