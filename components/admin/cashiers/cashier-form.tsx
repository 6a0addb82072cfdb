import { useTranslations } from 'next-intl';
import { MoneyField } from '@/components/admin/methods/figure-fields';
import { ActionForm } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/checkbox';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';
import type { CashierRow } from '@/lib/cashier/cashier-list';
import { nothingYet } from '@/lib/catalog/form-version';
import { AssetsProblem } from './assets-problem';

type CashierFormProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  userId: string;
  /** What wallets hold; a cashier works with some of it. */
  assets: { asset: string; open: boolean }[];
  /** Absent for a new one. */
  cashier?: CashierRow;
};

/** What a cashier may, and how much of each asset. */
export function CashierForm({ action, userId, assets, cashier }: CashierFormProps) {
  const t = useTranslations('cashiers');
  // A new cashier begins with everything that is open, and with the rights that most have.
  const limitOf = (asset: string) => cashier?.limits.find((limit) => limit.asset === asset);
  return (
    <ActionForm action={action} {...(cashier && { success: t('saved') })} className="grid gap-6">
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="version" value={cashier?.version ?? nothingYet} />
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-semibold">{t('assets')}</legend>
        <p className="max-w-[70ch] text-sm text-muted">{t('assetsHint')}</p>
        <AssetsProblem />
        {assets.map(({ asset, open }) => (
          <div
            key={asset}
            className="grid items-start gap-x-4 gap-y-2 border-t border-separator pt-3 sm:grid-cols-[8rem_1fr_1fr]"
          >
            <Checkbox
              name={`asset.${asset}`}
              label={
                <>
                  <span className="font-medium">{asset}</span>
                  {!open && <span className="text-muted"> · {t('closedAsset')}</span>}
                </>
              }
              defaultChecked={cashier ? limitOf(asset) !== undefined : open}
              className="sm:pt-7"
            />
            <MoneyField
              name={`operation.${asset}`}
              label={t('perOperation')}
              asset={asset}
              value={limitOf(asset)?.operation ?? undefined}
            />
            <MoneyField
              name={`day.${asset}`}
              label={t('perDay')}
              asset={asset}
              value={limitOf(asset)?.day ?? undefined}
            />
          </div>
        ))}
      </fieldset>
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{t('rights')}</legend>
        <Checkbox
          name="mayWriteOff"
          label={t('mayWriteOff')}
          hint={t('mayWriteOffHint')}
          defaultChecked={cashier?.mayWriteOff ?? false}
        />
        <Checkbox
          name="hasDrawer"
          label={t('hasDrawer')}
          hint={t('hasDrawerHint')}
          defaultChecked={cashier?.hasDrawer ?? true}
        />
        <Checkbox
          name="senior"
          label={t('senior')}
          hint={t('seniorHint')}
          defaultChecked={cashier?.senior ?? false}
        />
      </fieldset>
      <SubmitButton className="justify-self-start">{t(cashier ? 'save' : 'saveNew')}</SubmitButton>
    </ActionForm>
  );
}
