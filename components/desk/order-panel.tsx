import { ArrowLeft, MousePointerClick, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link } from '@/app/_i18n/navigation';
import { OrderRefunds } from '@/components/refunds/order-refunds';
import { Alert } from '@/components/ui/alert';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/empty-state';
import type { DeskOrder } from '@/lib/exchange/desk-order';
import { statusFacts } from '@/lib/exchange/status';
import { ExceptionBadge, StatusBadge } from './order-badges';
import { OrderClaim } from './order-claim';
import { OrderCustomer } from './order-customer';
import { OrderHold } from './order-hold';
import { OrderLetters } from './order-letters';
import { OrderMoney } from './order-money';
import { OrderNotes } from './order-notes';
import { OrderOutcome } from './order-outcome';
import { OrderPayments } from './order-payments';
import { OrderPostings } from './order-postings';
import { OrderRelated } from './order-related';
import { OrderSides } from './order-sides';
import { OrderStory } from './order-story';
import { StepButtons } from './step-buttons';
import type { StepAction } from './step-dialog';
import { subjectOf } from './step-subject';

type OrderPanelProps = {
  opened: DeskOrder | null;
  /** An order was asked for, found or not. */
  asked: boolean;
  backHref: string;
  take: StepAction;
  release: StepAction;
  addNote: StepAction;
  bookPayment: StepAction;
  /** The reader may open the ledger's own pages. */
  ledgerLinks: boolean;
};

/** Everything of one order at a glance, and what can be done with it. */
export function OrderPanel(props: OrderPanelProps) {
  const { opened, asked, backHref, take, release, addNote, bookPayment, ledgerLinks } = props;
  const t = useTranslations('desk.order');
  const back = (
    <Link href={backHref} className="link inline-flex min-h-11 items-center gap-1.5 text-sm xl:hidden">
      <ArrowLeft aria-hidden="true" className="size-4" />
      {t('back')}
    </Link>
  );
  if (!opened)
    return (
      <div className="rounded-xl border border-dashed border-border">
        <div className="px-4">{asked && back}</div>
        <EmptyState icon={asked ? SearchX : MousePointerClick} title={t(asked ? 'missing' : 'choose')}>
          {t(asked ? 'missingText' : 'chooseText')}
        </EmptyState>
      </div>
    );
  const { order } = opened;
  const subject = subjectOf(opened);
  const over = statusFacts[order.status].terminal && order.exception === null;
  return (
    <article className="grid min-w-0 gap-3" aria-labelledby="order-heading">
      {back}
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id="order-heading" className="flex items-center gap-1 text-base">
          <span className="numeric">{order.id}</span>
          <CopyButton text={order.id} label={t('id')} />
        </h2>
        <StatusBadge status={order.status} />
        {order.exception && <ExceptionBadge exception={order.exception} />}
      </header>
      {order.deletedAt && <Alert tone="warning">{t('deleted')}</Alert>}
      <OrderSides opened={opened} />
      <OrderHold subject={subject} over={over} take={take} release={release} />
      {opened.steps.length > 0 && <StepButtons subject={subject} />}
      <OrderOutcome opened={opened} />
      <div className="grid items-start gap-3 2xl:grid-cols-2">
        <div className="grid min-w-0 gap-3">
          <OrderPayments opened={opened} book={bookPayment} />
          <OrderRefunds refunds={opened.refunds} orderId={order.id} />
          <OrderClaim opened={opened} />
          <OrderCustomer opened={opened} />
          <OrderMoney opened={opened} />
        </div>
        <div className="grid min-w-0 gap-3">
          <OrderNotes opened={opened} addNote={addNote} />
          <OrderStory opened={opened} />
          <OrderRelated opened={opened} />
          <OrderLetters opened={opened} />
        </div>
      </div>
      <OrderPostings opened={opened} linked={ledgerLinks} />
    </article>
  );
}
