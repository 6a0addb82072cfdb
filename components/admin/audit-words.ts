import { useTranslations } from 'next-intl';
import { reasonWords } from '@/components/payouts/reason-words';
import type { AuditChange, AuditLeaf } from '@/lib/audit-diff';
import { auditLabelKeys } from '@/lib/audit-labels';
import type { AuditScales } from '@/lib/audit-queries';
import { auditAmount, auditFigure, auditValueKey } from '@/lib/audit-values';

type AuditWordsOf = {
  action: string;
  /** Of a connection: whose settings they are. */
  system?: string;
  /** The record before and after: they say which asset units are of. */
  states: readonly unknown[];
  scales: AuditScales;
};

/** The words of the reader's language for what the audit keeps as names and codes. */
export function useAuditWords({ action, system, states, scales }: AuditWordsOf) {
  const t = useTranslations();
  const has = (key: string) => /^[\w.-]+$/.test(key) && t.has(key);

  const nameOf = (name: string, inside?: string): string => {
    if (/^\d+$/.test(name)) return t('audit.item', { number: name });
    const setting = `systems.${system}.settings.${name}.title`;
    if (inside && system && has(setting)) return t(setting);
    const keys = auditLabelKeys(action, name);
    if (keys?.every(has)) return keys.map((key) => t(key)).join(': ');
    // A name that nobody has worded yet: still words, though of the code.
    return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  };

  const label = ({ path, from, to }: AuditChange): string => {
    const inside = path[0] === 'settings' || path[0] === 'secrets' ? path[0] : undefined;
    const words = path.map((name, index) => nameOf(name, index > 0 ? inside : undefined)).join(' · ');
    const bare = [from, to].some((leaf) => leaf !== undefined && told({ path }, leaf) === String(leaf));
    return path.at(-1)?.endsWith('Units') && bare ? `${words}, ${t('audit.inUnits')}` : words;
  };

  const told = ({ path }: Pick<AuditChange, 'path'>, leaf: AuditLeaf): string => {
    const name = path[0] === 'secrets' ? 'secrets' : (path.at(-1) ?? '');
    const one = (value: string | number | boolean): string => {
      if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
      if (name === 'reason' && /^(payout|refund)\./.test(action)) return reasonWords(t, String(value));
      const key = auditValueKey(action, name, String(value));
      return key && has(key)
        ? t(key)
        : (auditAmount(path, states, scales, value) ?? auditFigure(name, value));
    };
    return typeof leaf === 'object' ? leaf.map(one).join(', ') : one(leaf);
  };

  return { label, told };
}
