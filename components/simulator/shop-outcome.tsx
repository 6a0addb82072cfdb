import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Amount } from '@/components/ui/amount';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionResult } from '@/lib/action';
import type { ControlledShop } from '@/lib/payments/systems/simulator/control';
import { payoutOutcomes } from '@/lib/payments/systems/simulator/operation';

type Act = (previous: ActionResult<null> | null, form: FormData) => Promise<ActionResult<null>>;

/** What becomes of the payouts and refunds of one shop, and what it has. */
export function ShopOutcome({ shop, action }: { shop: ControlledShop; action: Act }) {
  const t = useTranslations('simulator.payouts');
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-border bg-surface p-4">
      <p className="font-mono font-semibold">{shop.shop}</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {shop.balances.map(({ asset, amount }) => (
          <li key={asset}>
            <Amount value={amount} code={asset} />
          </li>
        ))}
      </ul>
      <ActionForm action={action} success={t('saved')}>
        <input type="hidden" name="shop" value={shop.shop} />
        <div className="flex flex-col gap-3 sm:flex-row sm:items-end">
          <Field name="payouts" label={t('outcome')}>
            <Select defaultValue={shop.payouts}>
              {payoutOutcomes.map((outcome) => (
                <option key={outcome} value={outcome}>
                  {t(`outcomes.${outcome}`)}
                </option>
              ))}
            </Select>
          </Field>
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
