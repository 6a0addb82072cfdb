'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { chainMark } from './next-field';

/** What was counted in the drawer, asset by asset. */
export function CountedFields({ assets, focused }: { assets: string[]; focused: boolean }) {
  const t = useTranslations('till.shift');
  return assets.map((asset, index) => (
    <div key={asset} {...chainMark}>
      <Field name={`counted.${asset}`} label={t('counted', { asset })} required>
        <TextInput
          amount
          suffix={asset}
          maxLength={40}
          autoFocus={focused && index === 0}
          className="min-h-14 text-2xl"
        />
      </Field>
    </div>
  ));
}
