/** Refuses what would begin another header. Addresses are checked when they are taken in; this is the last gate. */
export function checkAddress(address: string): string {
  if (/[\p{Cc}\u2028\u2029]/u.test(address) || !address.includes('@')) throw new Error('not a mail address');
  return address;
}

/** Subjects hold office names and order numbers only, yet a line break in one is never let through. */
export function checkSubject(subject: string): string {
  return subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
