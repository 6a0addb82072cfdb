import { z } from 'zod';
import {
  optionalSecret,
  optionalSecretLines,
  optionalSetting,
  secretSetting,
  setting,
} from '@/lib/payments/setting';

export const tbankSettings = z.object({
  terminalKey: setting(),
  password: secretSetting(),
  /** `page`: the bank's page with all ways to pay; `sbp`: a code to be scanned. */
  payBy: z.enum(['page', 'sbp']).default('page'),
  /** Where a connection in test mode calls: the same host with a DEMO terminal, or the bank's test host. */
  testHost: z.enum(['live', 'test']).default('live'),
  /** Terminal of payouts (E2C), by a contract of its own; empty: none are made. */
  payoutTerminalKey: optionalSetting(),
  payoutPassword: optionalSecret(),
  /** Where the bank wants payouts to be signed by a certificate: its private key, PEM, and its serial number. */
  payoutKey: optionalSecretLines(),
  payoutSerial: optionalSetting(),
});

export type TbankSettings = z.output<typeof tbankSettings>;
