import { getLocale } from 'next-intl/server';
import { requirePageRole } from '@/app/_auth/current-actor';
import { redirect } from '@/app/_i18n/navigation';
import { deskRoles } from '@/lib/exchange/mover';

type Props = { params: Promise<{ orderId: string }> };

/** The address that letters carry: the order at the desk, beside what waits. */
export default async function DeskOrderPage({ params }: Props) {
  await requirePageRole(...deskRoles);
  const { orderId } = await params;
  redirect({ href: { pathname: '/desk', query: { order: orderId } }, locale: await getLocale() });
}
