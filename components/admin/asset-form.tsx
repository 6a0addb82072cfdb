import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import type { Localized } from '@/lib/exchange/types';

type AssetFormProps = {
  action: (previous: ActionResult | null, form: FormData) => Promise<ActionResult>;
  /** Absent for a new one. */
  asset?: { code: string; kind: string; scale: number; symbol: string; titles: Localized; methods: number };
};

/** A new asset, or the titles of one that is there. */
export function AssetForm({ action, asset }: AssetFormProps) {
  const t = useTranslations('admin.assets');
  const kinds = useTranslations('admin.assetKinds');
  const common = useTranslations('common');
  const fixed = asset !== undefined && asset.methods > 0;
  return (
    <ActionForm action={action} success={t('saved')} resetOnSuccess={!asset}>
      <input type="hidden" name="isNew" value={asset ? 'no' : 'yes'} />
      {asset && <input type="hidden" name="code" value={asset.code} />}
      {fixed && <input type="hidden" name="kind" value={asset.kind} />}
      {fixed && <input type="hidden" name="scale" value={asset.scale} />}
      <div className="grid gap-4 sm:grid-cols-2">
        {!asset && (
          <Field name="code" label={t('code')} required>
            <TextInput maxLength={10} autoCapitalize="characters" placeholder="RUB" />
          </Field>
        )}
        {!fixed && (
          <>
            <Field name="kind" label={t('kind')} required>
              <Select defaultValue={asset?.kind}>
                <option value="fiat">{kinds('fiat')}</option>
                <option value="crypto">{kinds('crypto')}</option>
              </Select>
            </Field>
            <Field name="scale" label={t('scale')} required>
              <TextInput inputMode="numeric" defaultValue={asset?.scale ?? 2} />
            </Field>
          </>
        )}
        <Field name="symbol" label={t('symbol')} optional>
          <TextInput maxLength={4} defaultValue={asset?.symbol} />
        </Field>
        <Field name="titleEn" label={t('titleEn')} required>
          <TextInput maxLength={80} defaultValue={asset?.titles.en} />
        </Field>
        <Field name="titleRu" label={t('titleRu')} required>
          <TextInput maxLength={80} defaultValue={asset?.titles.ru} />
        </Field>
      </div>
      <div>
        <SubmitButton variant={asset ? 'secondary' : 'primary'}>
          {asset ? common('save') : t('add')}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
