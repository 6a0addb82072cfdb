import { money } from '@/emails/_components/format';
import { sampleOffice, sampleWallet } from '@/emails/_components/samples';
import { Small } from '@/emails/_components/text';
import { writeOffReasonWords } from '@/emails/_components/till-words';
import { WalletLetterSheet, type WalletView } from '@/emails/_components/wallet-letter';
import { writeOffReasons } from '@/lib/cashier/till-words';

const words = {
  en: {
    subject: (amount: string) => `Taken out of your wallet: ${amount}`,
    heading: 'Money was taken out of your wallet',
    lead: (amount: string) => `A cashier has taken ${amount} out of your wallet.`,
    wrong: 'If you do not know of it, write to us at once: the address is below.',
  },
  ru: {
    subject: (amount: string) => `Списано с кошелька: ${amount}`,
    heading: 'Списание с кошелька',
    lead: (amount: string) => `Кассир списал с вашего кошелька ${amount}.`,
    wrong: 'Если вы об этом не знаете, сразу напишите нам: адрес внизу письма.',
  },
};

/** A cashier took money out of a wallet. */
export default function WalletWrittenOff(view: WalletView) {
  const t = words[view.locale];
  const lead = t.lead(money(view.amount, view.asset, view.locale));
  const reason = writeOffReasons.find((code) => code === view.reason);
  return (
    <WalletLetterSheet
      view={view}
      heading={t.heading}
      lead={lead}
      reason={reason && writeOffReasonWords[view.locale][reason]}
    >
      <Small>{t.wrong}</Small>
    </WalletLetterSheet>
  );
}

WalletWrittenOff.subject = ({ locale, amount, asset }: WalletView) =>
  words[locale].subject(money(amount, asset, locale));
WalletWrittenOff.PreviewProps = {
  locale: 'en',
  office: sampleOffice,
  ...sampleWallet,
  reason: 'paid_out',
  comment: 'Paid in two notes.',
  receipt: '117',
  operation: '1018',
} satisfies WalletView;
