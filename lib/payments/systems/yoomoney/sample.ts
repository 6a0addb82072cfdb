/** Settings of the made-up wallet that the fixture and the double share. */
export const yoomoneySample = {
  receiver: '410011234567890',
  notificationSecret: 'ym-notify-secret',
  paymentType: 'AC',
  accessToken: '410011234567890.TOKEN',
} as const;
