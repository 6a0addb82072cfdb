import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { NoticeVerdict } from '@/lib/payments/notice-verdicts';

const tones: Record<NoticeVerdict, BadgeTone> = { accepted: 'success', refused: 'danger', answered: 'info' };

/** Whether a notice was believed, in a word. */
export function NoticeBadge({ verdict }: { verdict: NoticeVerdict }) {
  const t = useTranslations('notices.verdicts');
  return <Badge tone={tones[verdict]}>{t(verdict)}</Badge>;
}

type Became = { verdict: NoticeVerdict; reason: string | null; outcome: string | null };

/** Why it was refused, or what came of it. */
export function NoticeOutcome({ verdict, reason, outcome }: Became) {
  const t = useTranslations('notices');
  const word = (group: 'reasons' | 'outcomes', key: string) =>
    t.has(`${group}.${key}`) ? t(`${group}.${key}`) : key;
  if (reason) return <span>{word('reasons', reason)}</span>;
  if (verdict === 'accepted' && outcome === null)
    return <span className="text-muted">{t('outcomes.waiting')}</span>;
  const alarms = outcome === 'mismatch' || outcome === 'contradicted';
  return (
    <span className={alarms ? 'font-medium text-danger' : undefined}>{word('outcomes', outcome ?? '')}</span>
  );
}
