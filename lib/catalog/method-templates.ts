import { type Actor, requireRole } from '@/lib/auth/actor';
import { fail } from '@/lib/errors';
import type { Localized } from '@/lib/exchange/types';
import { loadMessages, type MessageTree } from '@/lib/i18n/messages';
import type { MethodForm } from './method-form';

/** Ready-made methods of the direct kind, for systems without a protocol. Words: `admin.templates.<code>`. */
export const methodTemplates = ['moneymail'] as const;

/** A method's form filled in beforehand: nothing is made until it is saved. */
export type MethodTemplate = Omit<MethodForm, 'id' | 'version' | 'code' | 'officeRequisites'>;

/** The template in the words of both languages. Throws `not_found`. Admins only. */
export async function loadMethodTemplate(actor: Actor, code: string): Promise<MethodTemplate> {
  requireRole(actor, 'admin');
  if (!methodTemplates.some((known) => known === code)) fail('not_found');
  const words = await wordsOf(code);
  const account = (side: 'give' | 'get') => ({
    key: 'account',
    side,
    validator: 'email' as const,
    params: {},
    titles: words(side === 'give' ? 'from' : 'to'),
    hints: words('hint'),
    required: true,
  });
  return {
    ...empty,
    titles: words('title'),
    fields: [account('give'), account('get')],
    instructions: words('instructions'),
    claimTitles: { payer: words('payer'), reference: words('reference') },
    referenceRequired: true,
  };
}

async function wordsOf(code: string): Promise<(key: string) => Localized> {
  const [en, ru] = await Promise.all([loadMessages('en'), loadMessages('ru')]);
  const read = (messages: Record<string, MessageTree>, key: string) => {
    const text = branch(branch(messages.admin, 'templates'), code)[key];
    return typeof text === 'string' ? text : '';
  };
  return (key) => ({ en: read(en, key), ru: read(ru, key) });
}

function branch(tree: MessageTree | undefined, key: string): MessageTree {
  const found = tree?.[key];
  return typeof found === 'object' ? found : {};
}

const empty: MethodTemplate = {
  kind: 'emoney',
  assetCode: 'RUB',
  titles: { en: '', ru: '' },
  logoFileId: null,
  fields: [],
  instructions: { en: '', ru: '' },
  defaultType: 'operator',
  payInFeePercent: '',
  payInFee: '',
  payOutFeePercent: '',
  payOutFee: '',
  minIn: '',
  maxIn: '',
  minOut: '',
  maxOut: '',
  city: '',
  qrKind: 'none',
  sort: 100,
  enabled: false,
  uses: ['exchange'],
  payInConnectionId: '',
  payOutConnectionId: '',
  payerMustMatch: false,
  tolerancePercent: '',
  tolerance: '',
  systemFeePercent: '',
  systemFee: '',
  systemFeeBearer: 'office',
  payoutMax: '',
  payoutDay: '',
  payoutApproval: '',
  payoutsStopped: false,
  refundApproval: '',
  topUpFeePercent: '',
  topUpFee: '',
  topUpMin: '',
  topUpMax: '',
  withdrawFeePercent: '',
  withdrawFee: '',
  withdrawMin: '',
  withdrawMax: '',
  referenceRequired: false,
  receiptRequired: false,
  uniqueAmounts: false,
  claimTitles: {},
};
