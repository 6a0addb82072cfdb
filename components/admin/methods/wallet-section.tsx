import { useTranslations } from 'next-intl';
import { FoldedSection } from '@/components/admin/folded-section';
import type { MethodTemplate } from '@/lib/catalog/method-templates';
import { MoneyField, PercentField } from './figure-fields';
import { sum } from './money-sections';

type WalletSectionProps = { use: 'topup' | 'withdrawal'; method: MethodTemplate | undefined };

const names = {
  topup: { percent: 'topUpFeePercent', fee: 'topUpFee', min: 'topUpMin', max: 'topUpMax' },
  withdrawal: {
    percent: 'withdrawFeePercent',
    fee: 'withdrawFee',
    min: 'withdrawMin',
    max: 'withdrawMax',
  },
} as const;

/** What a top-up, or a withdrawal, by the method costs the customer, and its bounds. */
export function WalletSection({ use, method }: WalletSectionProps) {
  const t = useTranslations('admin.methods');
  const { percent, fee, min, max } = names[use];
  const used = method?.uses.includes(use) ?? false;
  const words = method && sum(method[percent], method[fee], method.assetCode);
  const money = (name: typeof fee | typeof min | typeof max, key: 'fee' | 'min' | 'max') => (
    <MoneyField
      name={name}
      label={t(key === 'fee' ? 'fixed' : key)}
      hint={t(`${use}.${key}Hint`)}
      value={method?.[name]}
      asset={method?.assetCode}
    />
  );
  return (
    <FoldedSection
      title={t(`${use}.title`)}
      now={used ? words || t('noFee') : t(`${use}.unused`)}
      fields={[percent, fee, min, max]}
    >
      <p className="mb-4 max-w-[70ch] text-sm text-muted">{t(`${use}.lead`)}</p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <PercentField
          name={percent}
          label={t('percent')}
          hint={t(`${use}.percentHint`)}
          value={method?.[percent]}
        />
        {money(fee, 'fee')}
        {money(min, 'min')}
        {money(max, 'max')}
      </div>
    </FoldedSection>
  );
}
