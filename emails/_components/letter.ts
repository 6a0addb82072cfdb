import type { ReactElement } from 'react';
import type { Locale } from '@/lib/i18n/locales';

/** What every letter knows of the office that writes it. */
export type LetterOffice = { name: string; contactEmail: string; timeZone: string };

export type LetterView<Props> = Props & { locale: Locale; office: LetterOffice };

/**
 * A letter: the component, its subject line, and sample props for the preview. Samples are never default values, or
 * they would reach a customer some day.
 */
export type Letter<Props> = {
  (view: LetterView<Props>): ReactElement;
  subject: (view: LetterView<Props>) => string;
  PreviewProps: LetterView<Props>;
};
