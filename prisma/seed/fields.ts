import type { RequisiteField } from '@/lib/requisites/field';
import { type PursePreset, pursePresets } from '@/lib/requisites/purse';

type Side = RequisiteField['side'];

const noHints = { en: '', ru: '' };

/** A person's name, as banks want it beside a number. */
export function holder(side: Side): RequisiteField {
  return {
    key: 'holder',
    side,
    validator: 'name',
    params: {},
    titles:
      side === 'give'
        ? { en: 'Payer’s full name', ru: 'ФИО плательщика' }
        : { en: 'Recipient’s full name', ru: 'ФИО получателя' },
    hints: side === 'give' ? { en: 'As your bank shows it', ru: 'Как указано в банке' } : noHints,
    required: true,
  };
}

export function card(side: Side): RequisiteField {
  return {
    key: 'card',
    side,
    validator: 'card',
    params: {},
    titles:
      side === 'give'
        ? { en: 'Card you pay from', ru: 'Карта, с которой платите' }
        : { en: 'Card to be paid to', ru: 'Карта для зачисления' },
    hints: noHints,
    required: true,
  };
}

export function iban(side: Side): RequisiteField {
  return {
    key: 'iban',
    side,
    validator: 'iban',
    params: {},
    titles: { en: 'IBAN', ru: 'IBAN' },
    hints: noHints,
    required: true,
  };
}

export function phone(
  side: Side,
  titles = { en: 'Phone linked to the account', ru: 'Телефон, привязанный к счету' },
): RequisiteField {
  return { key: 'phone', side, validator: 'phone', params: {}, titles, hints: noHints, required: true };
}

export function purse(side: Side, preset: PursePreset, titles: { en: string; ru: string }): RequisiteField {
  return {
    key: 'purse',
    side,
    validator: 'purse',
    params: { ...pursePresets[preset] },
    titles,
    hints: noHints,
    required: true,
  };
}

export function coin(
  network: NonNullable<RequisiteField['params']['network']>,
  title: string,
): RequisiteField {
  return {
    key: 'address',
    side: 'get',
    validator: 'coin',
    params: { network },
    titles: { en: `${title} address`, ru: `Адрес ${title}` },
    hints: { en: 'Check the first and the last characters', ru: 'Сверьте первые и последние символы' },
    required: true,
  };
}

export function memo(): RequisiteField {
  return {
    key: 'memo',
    side: 'get',
    validator: 'memo',
    params: { network: 'ton' },
    titles: { en: 'Memo', ru: 'Комментарий (memo)' },
    hints: {
      en: 'Needed by most exchanges, not by your own wallet',
      ru: 'Нужен большинству бирж, для своего кошелька не нужен',
    },
    required: false,
  };
}

export function meeting(side: Side): RequisiteField {
  return phone(side, { en: 'Phone to agree on the time', ru: 'Телефон для согласования времени' });
}
