import { money } from '@/emails/_components/format';
import { sampleOffice, sampleWallet } from '@/emails/_components/samples';
import { WalletLetterSheet, type WalletView } from '@/emails/_components/wallet-letter';

const words = {
  en: {
    subject: (amount: string) => `Your wallet was topped up: ${amount}`,
    heading: 'Your wallet was topped up',
    lead: (amount: string) => `${amount} have come to your wallet.`,
  },
  ru: {
    subject: (amount: string) => `Кошелек пополнен: ${amount}`,
    heading: 'Кошелек пополнен',
    lead: (amount: string) => `На ваш кошелек зачислено ${amount}.`,
  },
};

/** Money has come to a wallet, whichever way. */
export default function WalletToppedUp(view: WalletView) {
  const t = words[view.locale];
  const lead = t.lead(money(view.amount, view.asset, view.locale));
  return <WalletLetterSheet view={view} heading={t.heading} lead={lead} />;
}

WalletToppedUp.subject = ({ locale, amount, asset }: WalletView) =>
  words[locale].subject(money(amount, asset, locale));
WalletToppedUp.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  ...sampleWallet,
  fee: '15.00',
  receipt: '42',
  operation: '1017',
} satisfies WalletView;
