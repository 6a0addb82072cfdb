import { cache } from 'react';
import { type OfficeSettings, officeSettings, officeSettingsSchema } from '@/lib/settings';

/**
 * The office's settings, read once a request. When the database does not answer the defaults stand in: the shell and
 * the error page must still come out, and every page that needs more asks the database itself and fails there.
 */
export const currentOffice: () => Promise<OfficeSettings> = cache(() =>
  officeSettings().catch(() => officeSettingsSchema.parse({})),
);
