import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { PageHead } from '@/components/admin/page-head';
import { CallbackAddresses } from '@/components/admin/systems/callback-addresses';
import { ConnectionFacts } from '@/components/admin/systems/connection-facts';
import { ConnectionForm } from '@/components/admin/systems/connection-form';
import { ConnectionTest } from '@/components/admin/systems/connection-test';
import { SystemAbilities } from '@/components/admin/systems/system-abilities';
import { reasonWords } from '@/components/payouts/reason-words';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toLocale } from '@/lib/i18n/locales';
import {
  type ConnectionForm as ConnectionValues,
  loadConnectionForm,
} from '@/lib/payments/connections/queries';
import { deleteConnectionAction, saveConnectionAction, testConnectionAction } from '../actions';

type Props = { params: Promise<{ connectionId: string }>; searchParams: PageQuery };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('systems');
  return pageMetadata({ title: t('connection') });
}

/** One connection: its settings, how it stands, its test, and the addresses its system must be told. */
export default async function ConnectionPage({ params, searchParams }: Props) {
  const actor = await requirePageRole('admin');
  const { connectionId } = await params;
  const [connection, t, done] = await Promise.all([
    orNotFound(loadConnectionForm(actor, connectionId)),
    getTranslations('systems'),
    queryText(searchParams, 'done'),
  ]);
  const locale = toLocale(await getLocale());
  const { system, titles, label, fields } = connection;
  return (
    <div className="grid gap-5">
      <PageHead
        title={label}
        lead={
          <>
            {label !== titles[locale] && `${titles[locale]} · `}
            {system ? <SystemAbilities can={system.abilities} /> : t('states.not_offered')}
          </>
        }
        action={
          <Link href="/admin/systems" className="link text-sm">
            {t('back')}
          </Link>
        }
      />
      {done === 'created' && <Alert tone="success">{t('created')}</Alert>}
      <StateAlert connection={connection} />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        {system && connection.offered ? (
          <ConnectionForm
            action={saveConnectionAction}
            system={system}
            fields={fields}
            connection={connection}
          />
        ) : (
          <Alert tone="warning">{t('notOffered')}</Alert>
        )}
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <ConnectionFacts connection={connection} />
          {connection.offered && (
            <Card title={t('test.title')}>
              <p className="mb-3 text-sm text-muted">{t('test.lead')}</p>
              <ConnectionTest
                action={testConnectionAction}
                connectionId={connection.id}
                words={{
                  run: t('test.run'),
                  settled: t('test.settled'),
                  balance: t('test.balance'),
                  refused: t('test.refused'),
                  unknown: t('test.unknown'),
                  nothing_to_ask: t('test.nothing_to_ask'),
                  unusable: t('test.unusable'),
                }}
              />
            </Card>
          )}
          <CallbackAddresses connection={connection} />
          <Deletion connection={connection} />
        </div>
      </div>
    </div>
  );
}

async function StateAlert({ connection }: { connection: ConnectionValues }) {
  const { state, brokenAt, brokenReason } = connection;
  const [t, all, format] = await Promise.all([getTranslations('systems'), getTranslations(), getFormatter()]);
  if (state === 'off') return <Alert tone="info">{t('off')}</Alert>;
  if (state === 'unusable') return <Alert tone="danger">{t('unusable')}</Alert>;
  if (state !== 'broken' || !brokenAt) return null;
  const since = format.dateTime(brokenAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Alert tone="danger">
      {t('broken', { since, reason: brokenReason ? reasonWords(all, brokenReason) : '–' })}
    </Alert>
  );
}

async function Deletion({ connection: { id, label, used } }: { connection: ConnectionValues }) {
  const t = await getTranslations('systems');
  if (used) return <p className="text-sm text-muted">{t('deleteNot')}</p>;
  return (
    <div>
      <ConfirmDialog
        trigger={t('delete')}
        triggerLook={{ variant: 'danger-soft', size: 'sm' }}
        title={t('deleteTitle', { label })}
        description={t('deleteText')}
        confirm={t('deleteConfirm')}
        danger
        action={deleteConnectionAction}
      >
        <input type="hidden" name="connectionId" value={id} />
      </ConfirmDialog>
    </div>
  );
}
