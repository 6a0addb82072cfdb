import { money } from '@/emails/_components/format';
import { sampleOffice, sampleWallet } from '@/emails/_components/samples';
import { Small } from '@/emails/_components/text';
import { WalletLetterSheet, type WalletView } from '@/emails/_components/wallet-letter';

const words = {
  en: {
    subject: (amount: string) => `You sent ${amount} from your wallet`,
    heading: 'The transfer is done',
    lead: (amount: string) => `${amount} went from your wallet to another one.`,
    warn: 'If it was not you, change your password at once and write to us.',
  },
  ru: {
    subject: (amount: string) => `Вы перевели ${amount} из кошелька`,
    heading: 'Перевод выполнен',
    lead: (amount: string) => `Из вашего кошелька переведено ${amount}.`,
    warn: 'Если это были не вы, сразу смените пароль и напишите нам.',
  },
};

/** A customer has sent money to another wallet. */
export default function WalletTransferOut(view: WalletView) {
  const t = words[view.locale];
  const lead = t.lead(money(view.amount, view.asset, view.locale));
  return (
    <WalletLetterSheet view={view} heading={t.heading} lead={lead}>
      <Small>{t.warn}</Small>
    </WalletLetterSheet>
  );
}

WalletTransferOut.subject = ({ amount, asset, locale }: WalletView) =>
  words[locale].subject(money(amount, asset, locale));
WalletTransferOut.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  ...sampleWallet,
  counterparty: '731 864 2590',
  comment: 'For the tickets',
} satisfies WalletView;
