import type { PaymentSystem } from '@/lib/payments/contract/system';

/** What a system may be able to do, in the order in which admins and README are told. */
export const abilities = ['payIn', 'preRequest', 'callback', 'state', 'payOut', 'refund', 'balance'] as const;

export type Ability = (typeof abilities)[number];

/** What a system can do, read from its groups. `state`: it can be asked what became of a payment. */
export function abilitiesOf(system: PaymentSystem): Record<Ability, boolean> {
  return {
    payIn: system.payIn !== undefined,
    preRequest: system.preRequest !== undefined,
    callback: system.callback !== undefined,
    state: system.payIn?.check !== undefined,
    payOut: system.payOut !== undefined,
    refund: system.refund !== undefined,
    balance: system.balance !== undefined,
  };
}

/** Whether the system moves that asset. */
export function movesAsset({ assets }: PaymentSystem, assetCode: string): boolean {
  return assets === 'any' || assets.includes(assetCode);
}
