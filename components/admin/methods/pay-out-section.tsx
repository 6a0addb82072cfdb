import { useTranslations } from 'next-intl';
import { FoldedSection } from '@/components/admin/folded-section';
import { Checkbox } from '@/components/ui/checkbox';
import type { MethodTemplate } from '@/lib/catalog/method-templates';
import type { ConnectionChoice } from '@/lib/payments/connections/method-choices';
import { ConnectionSelect } from './connection-select';
import { MoneyField } from './figure-fields';

const limits = ['payoutMax', 'payoutDay'] as const;

type PayOutSectionProps = { method: MethodTemplate | undefined; choices: ConnectionChoice[] };

/** How the office pays out by the method: by hand, or by a system within limits. */
export function PayOutSection({ method, choices }: PayOutSectionProps) {
  const t = useTranslations('admin.methods');
  const chosen = choices.find(({ id }) => id === method?.payOutConnectionId);
  const now = [chosen?.label ?? t('byHand'), chosen && method?.payoutsStopped && t('stoppedNow')];
  return (
    <FoldedSection
      title={t('payOut')}
      now={now.filter(Boolean).join(' · ')}
      fields={['payOutConnectionId', ...limits, 'payoutApproval']}
      className="group/system"
    >
      <div className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <ConnectionSelect
            name="payOutConnectionId"
            label={t('payOutBy')}
            hint={t('payOutByHint')}
            none={t('byHand')}
            choices={choices}
            chosen={method?.payOutConnectionId}
          />
          <MoneyField
            name="payoutApproval"
            label={t('payoutApproval')}
            hint={t('payoutApprovalHint')}
            value={method?.payoutApproval}
            asset={method?.assetCode}
          />
        </div>
        <div className="grid gap-4 group-has-[option[data-none]:checked]/system:hidden">
          <div className="grid gap-4 sm:grid-cols-2">
            {limits.map((name) => (
              <MoneyField
                key={name}
                name={name}
                label={t(name)}
                hint={t(`${name}Hint`)}
                value={method?.[name]}
                asset={method?.assetCode}
              />
            ))}
          </div>
          {method?.payoutsStopped && <input type="hidden" name="payoutsStoppedWas" value="on" />}
          <Checkbox
            name="payoutsStopped"
            label={t('payoutsStopped')}
            hint={t('payoutsStoppedHint')}
            defaultChecked={method?.payoutsStopped ?? false}
          />
        </div>
      </div>
    </FoldedSection>
  );
}
