/** Settings of the made-up shop that the fixture and the double share. */
export const robokassaSample = {
  merchantLogin: 'demoshop',
  country: 'ru',
  hash: 'sha256',
  password1: 'p1-secret',
  password2: 'p2-secret',
  password3: 'p3-secret',
  testPassword1: 't1-secret',
  testPassword2: 't2-secret',
  returnTo: 'order',
} as const;
