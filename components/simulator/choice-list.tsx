import { useTranslations } from 'next-intl';
import { Amount } from '@/components/ui/amount';
import { Button } from '@/components/ui/button';
import type { Choice } from '@/lib/payments/systems/simulator/choose';
import type { SimulatorPayment } from '@/lib/payments/systems/simulator/page';

const groups: { name: 'well' | 'money' | 'not'; choices: Choice[] }[] = [
  { name: 'well', choices: ['pay', 'before_return', 'twice', 'never', 'late'] },
  { name: 'money', choices: ['less', 'more', 'other_account'] },
  { name: 'not', choices: ['decline', 'precheck', 'forged', 'close'] },
];

/** Everything that can happen to a payment, one button each: a plain form, so that it works without scripts. */
export function ChoiceList({ payment, late }: { payment: SimulatorPayment; late: boolean }) {
  const t = useTranslations('simulator.payment');
  const amounts: Partial<Record<Choice, string>> = {
    pay: payment.amount,
    less: payment.less,
    more: payment.more,
  };
  return (
    <form method="post" action={`${payment.id}/choice`} className="flex flex-col gap-6">
      {late && <p className="text-sm text-muted">{t('expired')}</p>}
      {groups.map(({ name, choices }) => (
        <fieldset key={name} className="rounded-lg border border-border bg-surface">
          <legend className="ms-3 px-1 text-sm font-semibold text-muted">{t(`groups.${name}`)}</legend>
          <ul className="divide-y divide-border">
            {choices.map((choice) => (
              <li key={choice} className="flex flex-col gap-3 p-4 sm:flex-row sm:items-center">
                <div className="flex-1" id={`choice-${choice}`}>
                  <p className="font-medium">
                    {t(`choices.${choice}.title`)}
                    {amounts[choice] && (
                      <>
                        {': '}
                        <Amount value={amounts[choice]} code={payment.asset} />
                      </>
                    )}
                  </p>
                  <p className="text-sm text-muted">{t(`choices.${choice}.text`)}</p>
                </div>
                <Button
                  type="submit"
                  name="choice"
                  value={choice}
                  variant={choice === 'pay' ? 'primary' : 'secondary'}
                  aria-describedby={`choice-${choice}`}
                  className="sm:w-52"
                >
                  {t(`choices.${choice}.button`)}
                </Button>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </form>
  );
}
