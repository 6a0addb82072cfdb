/** Settings of the made-up shop that the fixture and the double share. */
export const yookassaSample = {
  shopId: '100500',
  secretKey: 'live_secret-of-the-shop',
  method: 'any',
  payoutAgentId: '500100',
  payoutSecretKey: 'live_secret-of-payouts',
} as const;
