import { money } from '@/emails/_components/format';
import { Small, TextLink } from '@/emails/_components/text';
import {
  sampleWithdrawal,
  WithdrawalLetterSheet,
  type WithdrawalView,
} from '@/emails/_components/withdrawal-letter';

const words = {
  en: {
    subject: (amount: string) => `Withdrawal of ${amount}`,
    heading: 'A withdrawal was asked for',
    lead: (amount: string) =>
      `${amount} is to be paid out of your wallet. The money is held until it is sent; until then you can take it back.`,
    warning:
      'Was it not you? Take the withdrawal back at once, then end all sessions and change your password:',
  },
  ru: {
    subject: (amount: string) => `Вывод ${amount}`,
    heading: 'Запрошен вывод средств',
    lead: (amount: string) =>
      `Из вашего кошелька нужно выплатить ${amount}. Деньги отложены до отправки; пока она не началась, вывод можно отменить.`,
    warning: 'Это были не вы? Сразу отмените вывод, затем завершите все сеансы и смените пароль:',
  },
};

/** Tells the holder of a wallet that somebody asked for its money: it may not have been him. */
export default function WithdrawalRequested(view: WithdrawalView) {
  const t = words[view.locale];
  return (
    <WithdrawalLetterSheet
      view={view}
      heading={t.heading}
      lead={t.lead(money(view.amount, view.asset, view.locale))}
    >
      <Small>
        {t.warning} <TextLink href={view.securityUrl} />
      </Small>
    </WithdrawalLetterSheet>
  );
}

WithdrawalRequested.subject = ({ locale, amount, asset }: WithdrawalView) =>
  words[locale].subject(money(amount, asset, locale));
WithdrawalRequested.PreviewProps = sampleWithdrawal;
