import type { ComponentProps } from 'react';

type InputProps = ComponentProps<'input'>;

const typedExactly: InputProps = {
  autoComplete: 'off',
  autoCapitalize: 'none',
  autoCorrect: 'off',
  spellCheck: false,
};

/** Which keyboard a phone shows for a requisite and what the browser may fill in, by what the field is checked as. */
export function inputOf({
  validator,
  example,
}: {
  validator: string;
  example: string | undefined;
}): InputProps {
  switch (validator) {
    case 'card':
      return { inputMode: 'numeric', autoComplete: 'cc-number', className: 'numeric' };
    case 'account':
    case 'bic':
      return { ...typedExactly, inputMode: 'numeric', className: 'numeric' };
    case 'phone':
      return { type: 'tel', inputMode: 'tel', autoComplete: 'tel' };
    case 'email':
      return { type: 'email', inputMode: 'email', autoComplete: 'email', spellCheck: false };
    case 'name':
      return { autoComplete: 'name', autoCapitalize: 'words', spellCheck: false };
    case 'iban':
      return { ...typedExactly, autoCapitalize: 'characters', placeholder: 'DE00 0000 0000 0000 0000 00' };
    case 'purse':
      return { ...typedExactly, placeholder: example };
    default:
      return typedExactly;
  }
}
