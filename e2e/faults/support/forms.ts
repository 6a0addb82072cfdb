export type PageForm = { isAction: boolean; fields: { name: string; value: string; isHidden: boolean }[] };

/** The forms of a server-rendered page, as a browser without JavaScript sees them. */
export function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].map(([, inner = '']) => {
    const fields = [...inner.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)].flatMap(([tag]) => {
      const name = attribute(tag, 'name');
      const isHidden = attribute(tag, 'type') === 'hidden' || tag.startsWith('<button');
      return name === null ? [] : [{ name, value: attribute(tag, 'value') ?? '', isHidden }];
    });
    return { isAction: fields.some(({ name }) => name.startsWith('$ACTION')), fields };
  });
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined
    ? null
    : value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
}
