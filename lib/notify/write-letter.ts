import { type RenderedLetter, renderLetter } from '@/emails/render';
import { toLocale } from '@/lib/i18n/locales';
import { isLetterCode, letterEvents } from '@/lib/notify/events';
import { officeSettings } from '@/lib/settings';

/** Writes the letter of a row of the outbox. Throws if its props no longer are what such a letter is told. */
export async function writeLetter(row: {
  code: string;
  locale: string;
  props: unknown;
}): Promise<RenderedLetter> {
  if (!isLetterCode(row.code)) throw new Error(`there is no letter ${row.code}`);
  const { officeName, contactEmail, timeZone } = await officeSettings();
  return renderLetter({
    code: row.code,
    locale: toLocale(row.locale),
    props: letterEvents[row.code].props.parse(row.props),
    office: { name: officeName, contactEmail, timeZone },
  });
}
