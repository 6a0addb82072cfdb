import { useTranslations } from 'next-intl';
import { FoldedSection } from '@/components/admin/folded-section';
import type { MethodTemplate } from '@/lib/catalog/method-templates';
import { MoneyField, PercentField } from './figure-fields';

type SectionProps = { method: MethodTemplate | undefined };

/** What the customer pays for the method, and within which amounts it is used. */
export function FeesSection({ method }: SectionProps) {
  const t = useTranslations('admin.methods');
  const money = (name: 'payInFee' | 'payOutFee' | 'minIn' | 'maxIn' | 'minOut' | 'maxOut', label: string) => (
    <MoneyField name={name} label={label} value={method?.[name]} asset={method?.assetCode} />
  );
  return (
    <FoldedSection
      title={t('money')}
      now={method && <FeesNow method={method} />}
      fields={[
        ...(['payInFeePercent', 'payInFee', 'minIn', 'maxIn'] as const),
        ...(['payOutFeePercent', 'payOutFee', 'minOut', 'maxOut'] as const),
      ]}
    >
      <p className="mb-4 text-sm text-muted">{t('moneyLead')}</p>
      <div className="grid gap-6 lg:grid-cols-2">
        <fieldset className="grid gap-4 sm:grid-cols-2">
          <legend className="mb-3 text-sm font-medium">{t('in')}</legend>
          <PercentField name="payInFeePercent" label={t('feePercent')} value={method?.payInFeePercent} />
          {money('payInFee', t('fee'))}
          {money('minIn', t('min'))}
          {money('maxIn', t('max'))}
        </fieldset>
        <fieldset className="grid gap-4 sm:grid-cols-2">
          <legend className="mb-3 text-sm font-medium">{t('out')}</legend>
          <PercentField name="payOutFeePercent" label={t('feePercent')} value={method?.payOutFeePercent} />
          {money('payOutFee', t('fee'))}
          {money('minOut', t('min'))}
          {money('maxOut', t('max'))}
        </fieldset>
      </div>
    </FoldedSection>
  );
}

function FeesNow({ method }: { method: MethodTemplate }) {
  const t = useTranslations('admin.methods');
  const words = (percent: string, fixed: string) => sum(percent, fixed, method.assetCode) || t('noFee');
  return t('feesNow', {
    in: words(method.payInFeePercent, method.payInFee),
    out: words(method.payOutFeePercent, method.payOutFee),
  });
}

/** What may differ without anybody's word, and from where on a refund wants two people. */
export function DifferencesSection({ method }: SectionProps) {
  const t = useTranslations('admin.methods');
  const now = method && sum(method.tolerancePercent, method.tolerance, method.assetCode, ' / ');
  return (
    <FoldedSection
      title={t('differences')}
      now={method && (now ? t('toleranceNow', { tolerance: now }) : t('noTolerance'))}
      fields={['tolerancePercent', 'tolerance', 'refundApproval']}
    >
      <p className="mb-4 max-w-[70ch] text-sm text-muted">{t('differencesLead')}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <PercentField
          name="tolerancePercent"
          label={t('tolerancePercent')}
          value={method?.tolerancePercent}
        />
        <MoneyField
          name="tolerance"
          label={t('tolerance')}
          value={method?.tolerance}
          asset={method?.assetCode}
        />
        <MoneyField
          name="refundApproval"
          label={t('refundApproval')}
          hint={t('refundApprovalHint')}
          value={method?.refundApproval}
          asset={method?.assetCode}
        />
      </div>
    </FoldedSection>
  );
}

/** `0.5 % + 10 RUB`; nothing where both are none. */
export function sum(percent: string, fixed: string, asset: string, between = ' + '): string {
  return [percent && `${percent} %`, fixed && `${fixed} ${asset}`].filter(Boolean).join(between);
}
