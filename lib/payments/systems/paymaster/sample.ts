/** Settings of the made-up sites that the fixtures and the double share. */
export const paymasterSample = {
  merchantId: 'ebc4f3fe-d395-4e08-a4ef-81ca6f4e04a6',
  secret: 'pm-secret',
  hash: 'sha256',
  restLogin: 'office-login',
  restPassword: 'office-password',
  siteAlias: 'office',
} as const;

export const paymasterRestSample = {
  merchantId: 'ebc4f3fe-d395-4e08-a4ef-81ca6f4e04a6',
  token: 'rest-token-of-the-office',
  paymentMethod: 'any',
} as const;
