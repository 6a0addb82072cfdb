/** Settings of the made-up terminal that the fixture and the double share. */
export const tbankSample = {
  terminalKey: '1700000000000001',
  password: 'tb-password',
  payBy: 'page',
  testHost: 'live',
  payoutTerminalKey: '1700000000001E2C',
  payoutPassword: 'tb-payout-password',
  payoutKey: '',
  payoutSerial: '',
} as const;
