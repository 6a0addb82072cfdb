/** Which accounts the list of people shows. */
export const peopleScopes = ['staff', 'all', 'disabled'] as const;

export type PeopleScope = (typeof peopleScopes)[number];

/** The given text if it names a scope, otherwise staff. */
export function toPeopleScope(text: string): PeopleScope {
  return peopleScopes.find((scope) => scope === text) ?? 'staff';
}
