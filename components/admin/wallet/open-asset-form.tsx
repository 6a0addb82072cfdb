import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';
import { nothingYet } from '@/lib/catalog/form-version';
import { toLocale } from '@/lib/i18n/locales';
import type { WalletAdmin } from '@/lib/wallet/wallet-admin';

type OpenAssetProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  choices: WalletAdmin['closed'];
};

/** Lets wallets hold one more asset; its limits are set afterwards. */
export function OpenAssetForm({ action, choices }: OpenAssetProps) {
  const t = useTranslations('wallet-admin');
  const locale = toLocale(useLocale());
  return (
    <ActionForm action={action} announced={t('opened')}>
      <input type="hidden" name="enabled" value="on" />
      <input type="hidden" name="version" value={nothingYet} />
      <div className="flex flex-wrap items-end gap-3">
        <Field name="assetCode" label={t('openAsset')} className="min-w-56">
          <Select>
            {choices.map(({ asset, titles }) => (
              <option key={asset} value={asset}>
                {asset} · {titles[locale]}
              </option>
            ))}
          </Select>
        </Field>
        <SubmitButton variant="secondary">{t('openIt')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
