/** Settings of the made-up purse that the fixture and the double share. */
export const webmoneySample = {
  purse: 'Z123456789012',
  secretKey: 'wm-secret',
  signature: 'hash2',
  x20Secret: 'x20-secret',
  wmid: '405002833238',
  certificate: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
  certificateKey: '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----',
  certificatePassphrase: '',
} as const;
