import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { CheckGroup } from '@/components/ui/check-group';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { MethodForm } from '@/lib/catalog/method-form';
import type { MethodTemplate } from '@/lib/catalog/method-templates';

const kinds = ['bank', 'card', 'emoney', 'crypto', 'cash'] as const;
const uses = ['exchange', 'topup', 'withdrawal', 'shop', 'checkout'] as const;

type GeneralSectionProps = {
  assets: string[];
  /** The method that is changed; absent for a new one. */
  made: MethodForm | undefined;
  method: MethodTemplate | undefined;
};

/** What a method is, how it is called, and where it is offered. */
export function GeneralSection({ assets, made, method }: GeneralSectionProps) {
  const t = useTranslations('admin.methods');
  const kindNames = useTranslations('admin.kinds');
  return (
    <Card title={t('general')}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {made ? (
          <>
            <input type="hidden" name="methodId" value={made.id} />
            <input type="hidden" name="version" value={made.version} />
            <input type="hidden" name="code" value={made.code} />
            <input type="hidden" name="assetCode" value={made.assetCode} />
          </>
        ) : (
          <>
            <Field name="code" label={t('code')} hint={t('codeHint')} required>
              <TextInput maxLength={16} autoCapitalize="characters" />
            </Field>
            <Field name="assetCode" label={t('asset')} hint={t('assetHint')} required>
              <Select defaultValue={method?.assetCode}>
                {assets.map((code) => (
                  <option key={code}>{code}</option>
                ))}
              </Select>
            </Field>
          </>
        )}
        <Field name="kind" label={t('kind')} required>
          <Select defaultValue={method?.kind}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindNames(kind)}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="titleEn" label={t('titleEn')} required>
          <TextInput maxLength={80} defaultValue={method?.titles.en} />
        </Field>
        <Field name="titleRu" label={t('titleRu')} required>
          <TextInput maxLength={80} defaultValue={method?.titles.ru} />
        </Field>
        <Field name="city" label={t('city')} hint={t('cityHint')} optional>
          <TextInput maxLength={8} defaultValue={method?.city} />
        </Field>
        <Field name="sort" label={t('sort')} required>
          <TextInput inputMode="numeric" defaultValue={method?.sort ?? 100} />
        </Field>
      </div>
      <div className="mt-4 grid gap-2">
        <CheckGroup
          name="uses"
          legend={t('uses')}
          chosen={method?.uses ?? ['exchange']}
          options={uses.map((use) => ({ value: use, label: t(`useNames.${use}`) }))}
        />
        <Checkbox name="enabled" label={t('enabled')} defaultChecked={method?.enabled ?? false} />
      </div>
    </Card>
  );
}
