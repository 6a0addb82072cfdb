'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { CopyButton } from '@/components/ui/copy-button';
import { toLocale } from '@/lib/i18n/locales';
import type { AskedStep } from './step-dialog';
import type { StepSubject } from './step-subject';

/** Steps in which money goes out to where the customer said. */
const paysOut = new Set<AskedStep>(['finalize', 'schedule', 'revive', 'accept', 'send_payout']);

/** Says in figures and words what will happen, before it does. */
export function StepSummary({ step, subject }: { step: AskedStep; subject: StepSubject }) {
  const t = useTranslations('desk');
  const locale = toLocale(useLocale());
  const { from, to, email, payout, received } = subject;
  const came = received ?? from.amount;
  return (
    <div className="grid gap-3 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2 text-lg font-semibold">
        <Amount value={from.amount} code={from.asset} />
        <span aria-hidden="true" className="text-muted">
          →
        </span>
        <span className="sr-only">{t('list.for')}</span>
        <Amount value={to.amount} code={to.asset} />
      </p>
      {received !== null && received !== from.amount && (
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-muted">{t('steps.received')}</span>
          <Amount value={received} code={from.asset} className="font-semibold" />
        </p>
      )}
      <p className="text-muted">
        {t.rich(textOf(step, subject), {
          email,
          holder: subject.heldByName ?? '',
          give: () => <Amount value={came} code={from.asset} className="text-foreground" />,
          get: () => <Amount value={to.amount} code={to.asset} className="text-foreground" />,
        })}
      </p>
      {paysOut.has(step) && payout.length > 0 && (
        <dl className="grid gap-1 rounded-lg bg-surface-secondary px-3 py-2">
          {payout.map(({ key, titles, value }) => (
            <div key={key} className="flex flex-wrap items-center gap-x-2">
              <dt className="text-muted">{titles[locale]}</dt>
              <dd className="min-w-0 font-medium [overflow-wrap:anywhere]">{value}</dd>
              <CopyButton text={value} label={titles[locale]} />
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** What reviving and accepting lead to depends on whether the money is here, and on what is wrong with it; a wallet is credited by the step itself. */
function textOf(step: AskedStep, { received, exception, payout, fromWallet }: StepSubject): string {
  if (step === 'revive' && received !== null) return 'steps.revive.textReceived';
  if (step === 'start_refund' && fromWallet) return 'steps.start_refund.textWallet';
  if (step === 'finalize' && payout.some(({ key }) => key === 'wallet')) return 'steps.finalize.textWallet';
  if (step === 'accept' && exception === 'payer_mismatch') return 'steps.accept.textPayer';
  return `steps.${step}.text`;
}
