import { money } from '@/emails/_components/format';
import { sampleOffice, sampleWallet } from '@/emails/_components/samples';
import { WalletLetterSheet, type WalletView } from '@/emails/_components/wallet-letter';

const words = {
  en: {
    subject: (amount: string) => `${amount} came to your wallet`,
    heading: 'Money came to your wallet',
    lead: (amount: string) => `Somebody sent you ${amount}. It is in your wallet already.`,
  },
  ru: {
    subject: (amount: string) => `В ваш кошелек поступило ${amount}`,
    heading: 'В кошелек поступили деньги',
    lead: (amount: string) => `Вам перевели ${amount}. Деньги уже в кошельке.`,
  },
};

/** Another customer has sent money. */
export default function WalletTransferIn(view: WalletView) {
  const t = words[view.locale];
  const lead = t.lead(money(view.amount, view.asset, view.locale));
  return <WalletLetterSheet view={view} heading={t.heading} lead={lead} />;
}

WalletTransferIn.subject = ({ amount, asset, locale }: WalletView) =>
  words[locale].subject(money(amount, asset, locale));
WalletTransferIn.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  ...sampleWallet,
  counterparty: '731 864 2590',
  comment: 'For the tickets',
} satisfies WalletView;
