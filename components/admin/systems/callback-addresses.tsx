import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { ConnectionForm } from '@/lib/payments/connections/queries';

/** The addresses to paste into the system's cabinet, one a method; nothing for systems that send no notices. */
export function CallbackAddresses({
  connection: { callbacks, callbackPattern },
}: {
  connection: ConnectionForm;
}) {
  const t = useTranslations('systems');
  if (callbackPattern === null) return null;
  return (
    <Card title={t('callbacks')}>
      {callbacks.length === 0 ? (
        <div className="grid gap-2 text-sm text-muted">
          <p>{t('callbacksNone')}</p>
          <code className="break-all">{callbackPattern}</code>
        </div>
      ) : (
        <>
          <p className="mb-3 text-sm text-muted">{t('callbacksLead')}</p>
          <ul className="grid gap-2">
            {callbacks.map(({ methodCode, url }) => (
              <li key={methodCode} className="flex items-center justify-between gap-2 text-sm">
                <span className="min-w-0">
                  <span className="text-muted">{methodCode}</span>
                  <code className="block break-all">{url}</code>
                </span>
                <CopyButton text={url} label={t('callbackOf', { code: methodCode })} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
