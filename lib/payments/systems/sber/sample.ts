/** Settings of the made-up shop that the fixture and the double share. */
export const sberSample = {
  gateway: 'sber_classic',
  otherUrl: '',
  userName: 'shop-api',
  password: 'sber-password',
  token: '',
  asset: 'RUB',
  checksum: 'hmac',
  callbackToken: 'sber-token',
  publicKey: '',
} as const;
