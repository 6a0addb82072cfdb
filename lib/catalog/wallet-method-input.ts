import { z } from 'zod';
import {
  amountOrZeroField,
  optionalAmountField,
  percentField,
  titlesFields,
  wholeField,
} from '@/lib/catalog/input-fields';
import { exchangeTypes } from '@/lib/exchange/types';
import { parseInput } from '@/lib/parse-input';
import { requireOrder } from './limits';

const fields = (scale: number) => ({
  ...titlesFields,
  defaultType: z.enum(exchangeTypes, 'fields.choice'),
  sort: wholeField(0, 9_999),
  payInFeePercent: percentField(),
  payInFee: amountOrZeroField(scale),
  payOutFeePercent: percentField(),
  payOutFee: amountOrZeroField(scale),
  minIn: optionalAmountField(scale),
  maxIn: optionalAmountField(scale),
  minOut: optionalAmountField(scale),
  maxOut: optionalAmountField(scale),
});

/**
 * The form of the method that stands for customers' wallets, as columns of its row: only what wallets are asked about
 * in exchanges. Whatever else is sent is not read: such a method has no system, no requisites and no other use, and
 * is opened where wallets are.
 */
export function readWalletMethodInput(scale: number, input: unknown) {
  const read = parseInput(z.object(fields(scale)), input);
  requireOrder(read, [
    ['minIn', 'maxIn'],
    ['minOut', 'maxOut'],
  ]);
  return {
    titles: { en: read.titleEn, ru: read.titleRu },
    defaultType: read.defaultType,
    sort: read.sort,
    payInFeeBps: read.payInFeePercent,
    payInFeeUnits: read.payInFee,
    payOutFeeBps: read.payOutFeePercent,
    payOutFeeUnits: read.payOutFee,
    minInUnits: read.minIn,
    maxInUnits: read.maxIn,
    minOutUnits: read.minOut,
    maxOutUnits: read.maxOut,
  };
}
