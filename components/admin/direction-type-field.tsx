import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { DirectionForm } from '@/lib/catalog/queries';
import { exchangeTypes } from '@/lib/exchange/types';

type DirectionTypeFieldProps = {
  direction: DirectionForm | undefined;
  /** Methods that pay out by a system: what a new direction can be automatic to. */
  payingOut: string[];
};

/** The exchange type of a direction: what its two systems can do, and why they cannot do the rest. */
export function DirectionTypeField({ direction, payingOut }: DirectionTypeFieldProps) {
  const t = useTranslations('admin.directions');
  const types = useTranslations('admin.types');
  const possible = direction?.possibleTypes ?? exchangeTypes;
  const told = (type: (typeof exchangeTypes)[number]) =>
    possible.includes(type) ? types(type) : t('typeNotPossible', { type: types(type) });
  return (
    <Field name="type" label={t('type')} hint={<WhyNot direction={direction} payingOut={payingOut} />}>
      <Select defaultValue={direction?.type}>
        <option value="">
          {direction ? t('typeDefault', { type: told(direction.inheritedType) }) : t('typeInherit')}
        </option>
        {exchangeTypes.map((type) => (
          // The present one stays selectable, or it would be lost by saving something else.
          <option key={type} value={type} disabled={!possible.includes(type) && type !== direction?.type}>
            {told(type)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function WhyNot({ direction, payingOut }: DirectionTypeFieldProps) {
  const t = useTranslations('admin.directions.whyNot');
  if (!direction) {
    return payingOut.length > 0 ? t('onlyTo', { codes: payingOut.join(', ') }) : t('nobodyPaysOut');
  }
  const { possibleTypes, fromCode, toCode, payOut } = direction;
  if (!possibleTypes.includes('semi_automatic')) return t('payIn', { code: fromCode });
  if (possibleTypes.includes('automatic')) return null;
  return t(payOut === null ? 'byHand' : 'payOut', { code: toCode });
}
