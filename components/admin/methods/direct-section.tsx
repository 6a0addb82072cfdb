import { useTranslations } from 'next-intl';
import { FoldedSection } from '@/components/admin/folded-section';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { MethodTemplate } from '@/lib/catalog/method-templates';

const qrKinds = ['none', 'coin', 'ru_bank', 'epc'] as const;

type DirectSectionProps = { method: MethodTemplate | undefined };

/** What a payment to the office's own details asks of the customer: direct ones, and whatever an operator processes. */
export function DirectSection({ method }: DirectSectionProps) {
  const t = useTranslations('admin.methods');
  const titles = method?.claimTitles;
  const demands = (['referenceRequired', 'receiptRequired', 'uniqueAmounts'] as const).filter(
    (name) => method?.[name],
  );
  return (
    <FoldedSection
      title={t('directPayments')}
      now={demands.length > 0 ? demands.map((name) => t(`demands.${name}`)).join(', ') : t('noDemands')}
      fields={['qrKind', 'claimPayerEn', 'claimPayerRu', 'claimReferenceEn', 'claimReferenceRu']}
      initiallyOpen={demands.length > 0}
    >
      <p className="mb-4 max-w-[70ch] text-sm text-muted">{t('directLead')}</p>
      <div className="grid gap-4">
        <Field name="qrKind" label={t('qrKind')} className="sm:max-w-sm" required>
          <Select defaultValue={method?.qrKind ?? 'none'}>
            {qrKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`qrKinds.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        <div className="grid gap-x-4 sm:grid-cols-2">
          <Checkbox
            name="referenceRequired"
            label={t('referenceRequired')}
            defaultChecked={method?.referenceRequired ?? false}
          />
          <Checkbox
            name="receiptRequired"
            label={t('receiptRequired')}
            defaultChecked={method?.receiptRequired ?? false}
          />
          <Checkbox
            name="uniqueAmounts"
            label={t('uniqueAmounts')}
            hint={t('uniqueAmountsHint')}
            defaultChecked={method?.uniqueAmounts ?? false}
            className="sm:col-span-2"
          />
        </div>
        <fieldset>
          <legend className="text-sm font-medium">{t('claimTitles')}</legend>
          <p className="mb-3 text-sm text-muted">{t('claimTitlesHint')}</p>
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {(['payer', 'reference'] as const).flatMap((field) =>
              (['En', 'Ru'] as const).map((language) => {
                const name = `claim${field === 'payer' ? 'Payer' : 'Reference'}${language}` as const;
                return (
                  <Field key={name} name={name} label={t(name)}>
                    <TextInput
                      maxLength={60}
                      defaultValue={titles?.[field]?.[language === 'En' ? 'en' : 'ru']}
                    />
                  </Field>
                );
              }),
            )}
          </div>
        </fieldset>
      </div>
    </FoldedSection>
  );
}
