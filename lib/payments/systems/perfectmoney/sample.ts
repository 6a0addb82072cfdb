/** Settings of the made-up account that the fixture and the double share. */
export const perfectmoneySample = {
  payeeAccount: 'U1234567',
  payeeName: 'Kantor',
  alternatePassphrase: 'altphrase',
  memberId: '1234567',
  memberPassword: 'member-password',
} as const;
