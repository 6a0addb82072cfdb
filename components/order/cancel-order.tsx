import { useTranslations } from 'next-intl';
import { GiveUpForm } from '@/components/pay/give-up-form';
import type { PayAction } from '@/components/pay/subject-inputs';
import type { OrderLink } from './order-link';

/** Gives the order up. */
export function CancelOrder({ action, link }: { action: PayAction; link: OrderLink }) {
  const t = useTranslations('order.cancel');
  const words = { open: t('open'), text: t('text'), submit: t('submit') };
  return <GiveUpForm action={action} subject={link} words={words} />;
}
