import { Link2, ListChecks, Lock, Vault } from 'lucide-react';
import { useTranslations } from 'next-intl';

const facts = [
  { key: 'rate', icon: Lock },
  { key: 'reserve', icon: Vault },
  { key: 'fees', icon: ListChecks },
  { key: 'link', icon: Link2 },
] as const;

/** What the software does for the customer: each is true of every order. */
export function TrustFacts() {
  const t = useTranslations('site.trust');
  return (
    <section aria-labelledby="trust">
      <h2 id="trust">{t('title')}</h2>
      <ul className="mt-5 grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        {facts.map(({ key, icon: Icon }) => (
          <li key={key} className="grid content-start gap-1.5">
            <Icon aria-hidden="true" className="size-5 text-accent" />
            <h3>{t(`${key}.title`)}</h3>
            <p className="max-w-[52ch] text-sm text-muted">{t(`${key}.text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
