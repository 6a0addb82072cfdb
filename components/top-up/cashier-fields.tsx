'use client';

import { useTranslations } from 'next-intl';
import { ReceiptInput } from '@/components/pay/receipt-input';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { moneyKinds } from '@/lib/cashier/till-words';
import { formatWalletNumber } from '@/lib/wallet/wallet-number';

/** What to do at the counter, in words; and what a request sent beforehand is asked for. */
export function CashierFields({ walletNumber }: { walletNumber: string }) {
  const t = useTranslations('topup');
  return (
    <div className="grid gap-5">
      <AtTheCounter walletNumber={walletNumber} />
      <div className="grid gap-4">
        <div className="grid gap-1">
          <h2 className="text-base font-semibold">{t('cashier.requestTitle')}</h2>
          <p className="max-w-[68ch] text-sm text-muted">{t('cashier.requestText')}</p>
        </div>
        <Field name="moneyKind" label={t('cashier.moneyKind')} required className="sm:max-w-xs">
          <Select defaultValue="cash">
            {moneyKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`moneyKinds.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="receipt" label={t('cashier.receipt')} optional>
          <ReceiptInput />
        </Field>
        <Field name="comment" label={t('cashier.comment')} hint={t('cashier.commentHint')} optional>
          <TextArea rows={2} maxLength={500} />
        </Field>
      </div>
    </div>
  );
}

/** What to do at the counter, step by step, with the number that is told there. */
export function AtTheCounter({ walletNumber }: { walletNumber: string }) {
  const t = useTranslations('topup.cashier');
  const steps = ['step1', 'step2', 'step3', 'step4'] as const;
  return (
    <div className="grid gap-3">
      <h2 className="text-base font-semibold">{t('title')}</h2>
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="text-sm text-muted">{t('number')}:</span>
        <span className="numeric text-2xl font-semibold tracking-tight whitespace-nowrap">
          {formatWalletNumber(walletNumber)}
        </span>
        <CopyButton text={walletNumber} label={t('number')} />
      </p>
      <ol className="grid max-w-[68ch] list-decimal gap-1.5 ps-5 text-sm marker:text-muted">
        {steps.map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
    </div>
  );
}
