import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { type PageQuery, queryText } from '@/app/_auth/page-query';
import { Link } from '@/app/_i18n/navigation';
import { orNotFound } from '@/app/_i18n/or-not-found';
import { pageMetadata } from '@/app/_i18n/page-metadata';
import { LogoForm } from '@/components/admin/logo-form';
import { MethodForm } from '@/components/admin/methods/method-form';
import { OfficeRequisites } from '@/components/admin/office-requisites';
import { PageHead } from '@/components/admin/page-head';
import { Alert } from '@/components/ui/alert';
import { ClientMessages } from '@/components/ui/client-messages';
import { loadMethod } from '@/lib/catalog/method-form';
import { toLocale } from '@/lib/i18n/locales';
import { connectionChoices } from '@/lib/payments/connections/method-choices';
import { coinNetworkChoices } from '@/lib/requisites/coin-networks';
import { saveLogoAction, saveMethodAction, saveRequisitesAction } from '../actions';

type Props = { params: Promise<{ code: string }>; searchParams: PageQuery };

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return pageMetadata({ title: (await params).code });
}

/** One payment method: its settings, its picture, the office's details to pay to. */
export default async function MethodPage({ params, searchParams }: Props) {
  const actor = await requirePageRole('admin');
  const { code } = await params;
  const [method, t, done] = await Promise.all([
    orNotFound(loadMethod(actor, code)),
    getTranslations('admin.methods'),
    queryText(searchParams, 'done'),
  ]);
  const connections = await connectionChoices(actor, method.assetCode);
  const direct = method.payInConnectionId === '';
  const locale = toLocale(await getLocale());
  return (
    <ClientMessages namespaces={['admin']}>
      <div className="grid gap-5">
        <PageHead
          title={method.titles[locale]}
          lead={`${method.code} · ${method.assetCode}`}
          action={
            <Link href="/admin/methods" className="link text-sm">
              {t('back')}
            </Link>
          }
        />
        {done === 'created' && method.officeRequisites.length === 0 && (
          <Alert tone="success">{t(direct ? 'created' : 'createdConnected')}</Alert>
        )}
        {method.kind !== 'wallet' && <OfficeRequisites method={method} action={saveRequisitesAction} />}
        <MethodForm
          action={saveMethodAction}
          assets={[]}
          networks={coinNetworkChoices()}
          connections={connections}
          method={method}
        />
        <LogoForm action={saveLogoAction} methodCode={method.code} logoFileId={method.logoFileId} />
      </div>
    </ClientMessages>
  );
}
