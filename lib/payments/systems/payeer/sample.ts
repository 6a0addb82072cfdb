/** Settings of the made-up shop that the fixture and the double share. */
export const payeerSample = {
  shopId: '12345',
  shopSecret: 'payeer-secret',
  account: 'P1234567',
  apiId: '987654',
  apiPassword: 'payeer-api-password',
} as const;
