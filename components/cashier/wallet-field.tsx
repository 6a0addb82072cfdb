'use client';

import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useContext, useEffect, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Amount } from '@/components/ui/amount';
import { errorWords } from '@/components/ui/error-words';
import { Field } from '@/components/ui/field';
import { FormContext } from '@/components/ui/form-context';
import { TextInput } from '@/components/ui/text-input';
import type { ActionResult } from '@/lib/action';
import type { HolderWithBalances } from '@/lib/cashier/look-up-holder';
import { readWalletNumber } from '@/lib/wallet/wallet-number';
import { chainMark, focusAfter, focusPlace } from './next-field';
import { ScanWallet } from './scan-wallet';

export type LookUp = (number: string) => Promise<ActionResult<HolderWithBalances>>;

type WalletFieldProps = { lookUp: LookUp; initial?: string; scanAtOnce?: boolean };

type Found = { number: string; answer: ActionResult<HolderWithBalances> | null };

/**
 * The number of the customer's wallet, typed, scanned or put in by a request. Whose it is appears as soon as the
 * number is whole; a slip in it is told before anything is asked.
 */
export function WalletField({ lookUp, initial = '', scanAtOnce }: WalletFieldProps) {
  const t = useTranslations('till.form');
  const [typed, setTyped] = useState(initial);
  const [found, setFound] = useState<Found | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef('');
  const [slip, setSlip] = useState(false);
  const form = useContext(FormContext);

  const ask = async (text: string) => {
    const number = readWalletNumber(text);
    if (number === null || number === asked.current) return;
    asked.current = number;
    setFound({ number, answer: null });
    const answer = await lookUp(number).catch((): ActionResult<HolderWithBalances> => unavailable);
    if (asked.current !== number) return;
    if (!answer.ok) asked.current = '';
    setFound({ number, answer });
    if (!answer.ok) focusPlace(place.current);
  };
  const take = (text: string) => {
    setTyped(text);
    setSlip(false);
    const number = readWalletNumber(text);
    if (number === null) {
      asked.current = '';
      setFound(null);
    } else void ask(text);
  };
  // What a request brought, or quick hands typed before the page was ready, is looked up as if typed now.
  const first = useRef(() => take(input.current?.value ?? initial));
  useEffect(() => first.current(), []);
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || readWalletNumber(typed) !== null) return;
    event.preventDefault();
    setSlip(true);
  };

  const failed = found?.answer && !found.answer.ok ? found.answer : null;
  const isWhole = typed.replace(/\D/g, '').length >= 10;
  const hasSlip = (slip || isWhole) && typed.trim() !== '' && readWalletNumber(typed) === null;
  return (
    <div className="grid gap-2">
      <FormContext value={hasSlip ? { ...form, problems: { ...form.problems, number: slipProblem } } : form}>
        <div className="flex items-start gap-2">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: listens to the field inside */}
          <div ref={place} className="min-w-0 grow" onKeyDown={onEnter} {...chainMark}>
            <Field name="number" label={t('number')} required>
              <TextInput
                ref={input}
                defaultValue={initial}
                onChange={(event) => take(event.currentTarget.value)}
                autoFocus={initial === ''}
                inputMode="numeric"
                autoComplete="off"
                maxLength={40}
                className="numeric min-h-14 text-2xl font-semibold tracking-wide"
              />
            </Field>
          </div>
          <div className="pt-[1.625rem]">
            <ScanWallet
              atOnce={scanAtOnce}
              onNumber={(number) => {
                if (input.current) input.current.value = number;
                take(number);
                focusAfter(place.current);
              }}
            />
          </div>
        </div>
      </FormContext>
      <div role="status" className={hasSlip ? undefined : 'grid min-h-12 content-center'}>
        {!found && !hasSlip && <p className="text-sm text-muted">{t('numberHint')}</p>}
        {found && !found.answer && <p className="text-sm text-muted">{t('looking')}</p>}
        {found?.answer?.ok && <Holder holder={found.answer.value} />}
        {failed && <LookUpError failed={failed} />}
      </div>
    </div>
  );
}

/** Why the number leads to no wallet that this cashier may work with. */
function LookUpError({ failed }: { failed: Extract<ActionResult<unknown>, { ok: false }> }) {
  const t = useTranslations('errors');
  const { key, values } = errorWords(failed);
  return <Alert tone="danger">{t(t.has(key) ? key : 'unexpected', values)}</Alert>;
}

const slipProblem = { key: 'walletNumber' };
const unavailable = { ok: false, code: 'unavailable' } as const;

/** Who it is, and what he has: the cashier says the name before he takes money. */
function Holder({ holder }: { holder: HolderWithBalances }) {
  const t = useTranslations('till.form');
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 rounded-lg bg-success-soft px-3.5 py-2.5 text-success-soft-foreground">
      <p className="flex items-center gap-2 text-lg font-semibold">
        <CircleCheck aria-hidden="true" className="size-5 shrink-0" />
        <span className="sr-only">{t('holder')}: </span>
        {holder.maskedName}
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm">
        {holder.balances.length === 0 && t('noBalance')}
        {holder.balances.map(({ asset, available }) => (
          <Amount key={asset} value={available} code={asset} />
        ))}
      </p>
    </div>
  );
}
