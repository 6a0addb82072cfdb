'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { errorWords } from '@/components/ui/error-words';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import { readWalletNumber } from '@/lib/wallet/wallet-number';

export type LookUp = (number: string) => Promise<ActionResult<{ maskedName: string }>>;

const pauseMs = 250;

/**
 * A wallet's number: a slip is told while it is typed, before anything is asked; a right one says whose wallet it is.
 */
export function NumberField({ initial, lookUp }: { initial: string; lookUp: LookUp }) {
  const t = useTranslations('wallet.transfer');
  const errors = useTranslations('errors');
  const [text, setText] = useState(initial);
  const [answer, setAnswer] = useState<{ number: string; result: ActionResult<{ maskedName: string }> }>();
  const number = readWalletNumber(text);
  // Before the tenth digit it is not wrong but unfinished.
  const isWrong = number === null && text.replace(/\D/g, '').length >= 10;
  const found = number !== null && answer?.number === number ? answer.result : null;

  useEffect(() => {
    if (number === null) return;
    let isOver = false;
    const timer = setTimeout(async () => {
      const result = await lookUp(number).catch(() => ({ ok: false, code: 'unavailable' }) as const);
      if (!isOver) setAnswer({ number, result });
    }, pauseMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [number, lookUp]);

  const failed = found && !found.ok ? errorWords(found) : null;
  const problem = isWrong
    ? errors('fields.walletNumber')
    : failed && errors(errors.has(failed.key) ? failed.key : 'unexpected', failed.values);
  const hint = (
    <span role="status" className="block">
      {problem ? (
        <span className="flex items-start gap-1.5 text-danger">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {problem}
        </span>
      ) : found?.ok ? (
        <span className="flex items-start gap-1.5 font-medium text-success">
          <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {t('found', { name: found.value.maskedName })}
        </span>
      ) : (
        t(number === null ? 'numberHint' : 'looking')
      )}
    </span>
  );
  return (
    <Field name="number" label={t('number')} required hint={hint}>
      <TextInput
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        className="numeric text-xl font-semibold"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Field>
  );
}
