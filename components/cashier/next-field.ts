import type { KeyboardEvent } from 'react';

/** Marks what Enter goes through, in order of the page: on the field itself, or around a group of choices. */
export const chainMark = { 'data-chain': '' } as const;

/**
 * Enter in a field of the till goes to the next one, and after the last one presses the form's button: a hand never
 * leaves the figures. Buttons, files and texts of several lines keep Enter for themselves.
 */
export function goToNextField(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const { target, currentTarget: form } = event;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  if (target.type === 'file') return;
  event.preventDefault();
  // A key that is held down must not run through the form.
  if (event.repeat) return;
  const places = [...form.querySelectorAll<HTMLElement>('[data-chain]')];
  const here = places.findIndex((place) => place.contains(target));
  const next = places[here + 1];
  if (here < 0 || !next) form.requestSubmit();
  else focusPlace(next);
}

/** The focus on the field after this one: what a scanner put in needs no Enter. */
export function focusAfter(place: HTMLElement | null): void {
  const places = [...(place?.closest('form')?.querySelectorAll<HTMLElement>('[data-chain]') ?? [])];
  focusPlace(place && places[places.indexOf(place) + 1]);
}

/** Puts the focus on a field, or on the chosen one of a group; what stands in it is ready to be typed over. */
export function focusPlace(place: HTMLElement | null | undefined): void {
  if (!place) return;
  const inside =
    place.querySelector<HTMLElement>('input:checked') ??
    place.querySelector<HTMLElement>('input, select, button');
  const control = place.matches('input, select, button') ? place : inside;
  control?.focus();
  if (control instanceof HTMLInputElement && control.type !== 'radio' && control.type !== 'file')
    control.select();
}
