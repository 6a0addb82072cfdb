import { useTranslations } from 'next-intl';

const steps = ['order', 'pay', 'get'] as const;

/** What happens after "Continue". */
export function NextSteps() {
  const t = useTranslations('site.steps');
  return (
    <section aria-labelledby="next-steps">
      <h2 id="next-steps">{t('title')}</h2>
      <ol className="mt-4 grid gap-5">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-3.5">
            <span
              aria-hidden="true"
              className="numeric grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent-soft-foreground"
            >
              {index + 1}
            </span>
            <div className="grid gap-0.5">
              <h3>{t(`${step}.title`)}</h3>
              <p className="max-w-[52ch] text-sm text-muted">{t(`${step}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
