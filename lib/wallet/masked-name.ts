/** Enough of a first name to be recognised by; whole texts in this field are somebody's joke. */
const longest = 20;

/**
 * A person's name as strangers may see it: the first name and the initials of the others ("Konrad K."). Who gave no
 * name is shown by the first letter of his address.
 */
export function maskedName({ name, email }: { name: string; email: string }): string {
  const [first, ...others] = name.split(/\s+/u).filter((word) => word !== '');
  if (first === undefined) return `${initial(email)}•••`;
  const shown = [...first].length > longest ? `${[...first].slice(0, longest).join('')}…` : first;
  const last = others.at(-1);
  return last === undefined ? shown : `${shown} ${initial(last)}.`;
}

function initial(word: string): string {
  return ([...word][0] ?? '').toLocaleUpperCase();
}
