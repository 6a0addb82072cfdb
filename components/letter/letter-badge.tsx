import { useTranslations } from 'next-intl';
import { Badge, type BadgeTone } from '@/components/ui/badge';
import type { LetterState } from '@/lib/notify/letter-queries';

const tones: Record<LetterState, BadgeTone> = {
  queued: 'neutral',
  sending: 'info',
  sent: 'success',
  failed: 'danger',
};

/** The state of a letter, in a word. */
export function LetterBadge({ state }: { state: LetterState }) {
  const t = useTranslations('letters.states');
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
