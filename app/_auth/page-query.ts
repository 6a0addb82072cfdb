/** What a page is asked with: `?name=value`. */
export type PageQuery = Promise<Record<string, string | string[] | undefined>>;

/** One text of the query; a name given twice counts as not given. */
export async function queryText(query: PageQuery, name: string): Promise<string> {
  const value = (await query)[name];
  return typeof value === 'string' ? value.slice(0, 1000) : '';
}
