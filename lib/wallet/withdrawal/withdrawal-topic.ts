/** Whose hints wake the page of a withdrawal. */
export function withdrawalTopic(withdrawalId: string): string {
  return `withdrawal:${withdrawalId}`;
}
