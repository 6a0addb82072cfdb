import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/app/_i18n/navigation';
import { FoldedSection } from '@/components/admin/folded-section';
import { LastChanged } from '@/components/admin/last-changed';
import { MoneyField, PercentField } from '@/components/admin/methods/figure-fields';
import { ActionForm } from '@/components/ui/action-form';
import { Amount } from '@/components/ui/amount';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/checkbox';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';
import { toLocale } from '@/lib/i18n/locales';
import { amountFields, type WalletAssetForm } from '@/lib/wallet/wallet-admin';

const fields = ['enabled', 'cashierFeePercent', ...amountFields];

type AssetFormProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  asset: WalletAssetForm;
  initiallyOpen: boolean;
};

/** What may move of one asset; folded, it tells whether it is open and how much lies in wallets. */
export function WalletAssetFields({ action, asset, initiallyOpen }: AssetFormProps) {
  const t = useTranslations('wallet-admin');
  const locale = toLocale(useLocale());
  const money = (name: (typeof amountFields)[number], hint?: ReactNode) => (
    <MoneyField name={name} label={t(name)} hint={hint} asset={asset.asset} value={asset.values[name]} />
  );
  return (
    <ActionForm action={action} success={t('assetSaved', { asset: asset.asset })} className="grid gap-3">
      <FoldedSection
        title={asset.asset}
        fields={fields}
        initiallyOpen={initiallyOpen}
        now={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={asset.enabled ? 'success' : 'neutral'}>{t(asset.enabled ? 'open' : 'closed')}</Badge>
            <span>{asset.titles[locale]}</span>
          </span>
        }
      >
        <input type="hidden" name="assetCode" value={asset.asset} />
        <input type="hidden" name="version" value={asset.version} />
        <div className="grid gap-5">
          <p className="text-sm">
            {t('held', { holders: asset.holders })} <Amount value={asset.total} code={asset.asset} />
          </p>
          <Checkbox
            name="enabled"
            label={t('enabled', { asset: asset.asset })}
            hint={t('enabledHint')}
            defaultChecked={asset.enabled}
          />
          <Group title={t('perDay')} hint={t('perDayHint')}>
            {money('topUpDay')}
            {money('spendDay')}
            {money('transferDay')}
            {money('withdrawDay')}
          </Group>
          <Group title={t('perTransfer')}>
            {money('transferMin')}
            {money('transferMax')}
          </Group>
          <Group title={t('secondPerson')} hint={t('secondPersonHint')}>
            {money('topUpApproval')}
            {money('writeOffApproval')}
          </Group>
          <Group title={t('atCashier')} hint={t('atCashierHint')}>
            <PercentField
              name="cashierFeePercent"
              label={t('cashierFeePercent')}
              value={asset.values.cashierFeePercent}
            />
            {money('cashierFee')}
            {money('cashierMin')}
            {money('cashierMax')}
          </Group>
          <p className="text-sm text-muted">
            {t('asMethod')}{' '}
            <Link href={`/admin/methods/${asset.methodCode}`} className="link">
              {asset.methodTitles[locale]}
            </Link>{' '}
            · {t('directions', { count: asset.directions })}
          </p>
          <div className="flex flex-wrap items-center gap-4">
            <SubmitButton variant="secondary">{t('saveAsset', { asset: asset.asset })}</SubmitButton>
            <LastChanged change={asset.changed} />
          </div>
        </div>
      </FoldedSection>
    </ActionForm>
  );
}

function Group({ title, hint, children }: { title: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">{title}</legend>
      {hint && <p className="mb-3 max-w-[70ch] text-sm text-muted">{hint}</p>}
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">{children}</div>
    </fieldset>
  );
}
