import { money } from '@/emails/_components/format';
import { sampleOffice, sampleWallet } from '@/emails/_components/samples';
import { Small } from '@/emails/_components/text';
import { WalletLetterSheet, type WalletView } from '@/emails/_components/wallet-letter';

const words = {
  en: {
    subject: (operation: string) => `Operation ${operation} with your wallet was reversed`,
    heading: 'An operation was reversed',
    top_up: (amount: string) =>
      `A top-up was reversed: ${amount} left your wallet again. Both lines stay in your history.`,
    write_off: (amount: string) =>
      `A write-off was reversed: ${amount} are in your wallet again. Both lines stay in your history.`,
    wrong: 'If something is not clear to you, write to us: the address is below.',
  },
  ru: {
    subject: (operation: string) => `Операция ${operation} с вашим кошельком отменена`,
    heading: 'Операция отменена',
    top_up: (amount: string) =>
      `Пополнение отменено: ${amount} снова списано с вашего кошелька. В истории видны обе записи.`,
    write_off: (amount: string) =>
      `Списание отменено: ${amount} снова на вашем кошельке. В истории видны обе записи.`,
    wrong: 'Если что-то непонятно, напишите нам: адрес внизу письма.',
  },
};

/** An operation of the till was taken back. */
export default function WalletReversed(view: WalletView) {
  const t = words[view.locale];
  const lead = t[view.reversed ?? 'top_up'](money(view.amount, view.asset, view.locale));
  return (
    <WalletLetterSheet view={view} heading={t.heading} lead={lead}>
      <Small>{t.wrong}</Small>
    </WalletLetterSheet>
  );
}

WalletReversed.subject = ({ locale, operation }: WalletView) => words[locale].subject(operation ?? '');
WalletReversed.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  ...sampleWallet,
  reversed: 'top_up',
  comment: 'Credited to the wrong wallet.',
  operation: '1017',
} satisfies WalletView;
