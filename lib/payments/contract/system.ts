import type { z } from 'zod';
import type { Localized } from '@/lib/exchange/types';
import type { At, Refused, Unknown } from '@/lib/payments/contract/at';
import type { Callback, PreRequest } from '@/lib/payments/contract/notice';
import type { PayIn } from '@/lib/payments/contract/pay-in';
import type { PayOut, Refund } from '@/lib/payments/contract/pay-out';

/**
 * What a payment system is to Kantor: an object with what it can do in optional groups. A group that is missing means
 * "cannot", and forms, types and errors read that. One folder a system under `systems/<code>/`; the contract's tests
 * (`testing/contract.ts`) run over all of them.
 *
 * Amounts cross this border as plain decimal strings in the asset's scale (`1500.00`), assets by our codes (`RUB`).
 * Nothing here touches the database: the office compares, keeps and decides.
 */
export type PaymentSystem<S extends z.ZodObject = z.ZodObject> = {
  /** Folder, address of the callback door and key of its texts `messages/<locale>/systems/<code>.json`. */
  code: string;
  titles: Localized;
  /** Assets it can move, by our codes; `any` for systems that do not care. */
  assets: readonly string[] | 'any';
  /**
   * `service`: offered. `legacy`: closed or unconfirmed, and `simulator`: not real; both are offered only where
   * KANTOR_SYSTEMS names them (a simulator also wherever it is no production).
   */
  standing: 'service' | 'legacy' | 'simulator';
  /**
   * What the office must tell to connect. Flat: strings, enums and booleans, each with a default or required. A field
   * with `.meta({ secret: true })` is sealed at rest and never shown again; `.meta({ multiline: true })` is a text area.
   * Titles and help are `settings.<field>.{title,help}` of the system's texts; options `settings.<field>.options.<value>`.
   */
  settings: S;
  payIn?: PayIn<z.output<S>>;
  preRequest?: PreRequest<z.output<S>>;
  callback?: Callback<z.output<S>>;
  payOut?: PayOut<z.output<S>>;
  refund?: Refund<z.output<S>>;
  balance?: (at: At<z.output<S>>, asked: { asset: string }) => Promise<BalanceAnswer>;
  /** One harmless call that tells whether the settings work. Missing: `balance` is asked, or there is nothing to ask. */
  probe?: (at: At<z.output<S>>) => Promise<ProbeAnswer>;
};

export type BalanceAnswer = { outcome: 'settled'; amount: string } | Refused | Unknown;

/** `refused`: the settings are wrong, with the system's words. `nothing_to_ask`: with these settings it cannot be asked. */
export type ProbeAnswer = { outcome: 'settled' } | { outcome: 'nothing_to_ask' } | Refused | Unknown;

/** Keeps the types of settings inside an adapter, and hides them outside: the registry holds all adapters alike. */
export function definePaymentSystem<S extends z.ZodObject>(system: PaymentSystem<S>): PaymentSystem {
  // Settings are parsed by `system.settings` right before every verb, so what reaches it is of its type.
  return system as PaymentSystem<z.ZodObject> & PaymentSystem<S>;
}
