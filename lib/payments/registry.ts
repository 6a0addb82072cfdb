/**
 * The payment systems whose interfaces the office speaks. There are none yet: every method is paid by hand. The first
 * adapter adds its line here, and with it the exchange types that it makes possible.
 */
export type PaymentSystem = {
  code: string;
  title: string;
  /** Methods, by their monitor code, that are paid through this system. */
  methodCodes: readonly string[];
  /** Money in, confirmed by the system itself. */
  takesPayments: boolean;
  /** Money out without an operator. */
  sendsPayouts: boolean;
};

export const paymentSystems: readonly PaymentSystem[] = [];

/** The system that serves a method, or null where people do it by hand. */
export function systemOfMethod(methodCode: string): PaymentSystem | null {
  return paymentSystems.find((system) => system.methodCodes.includes(methodCode)) ?? null;
}
