'use client';

import { ScanQrCode } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type CameraProblem, openCamera } from './open-camera';
import { numberInCode } from './wallet-code';

type ScanWalletProps = {
  onNumber: (number: string) => void;
  /** Opens the camera without a press: after a page that might not use it was loaded anew. */
  atOnce?: boolean;
};

/** Reads a wallet's number from the customer's QR code with the camera. The reader is loaded only when it is asked for. */
export function ScanWallet({ onNumber, atOnce = false }: ScanWalletProps) {
  const t = useTranslations('till.scan');
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (atOnce) setOpen(true);
  }, [atOnce]);
  const press = () => {
    if (isForbiddenHere()) window.location.assign(`${window.location.pathname}?scan=1`);
    else setOpen(true);
  };
  return (
    <>
      <Button
        variant="outline"
        size="lg"
        iconOnly
        aria-label={t('open')}
        title={t('open')}
        aria-haspopup="dialog"
        onClick={press}
        className="min-h-14 w-14 shrink-0"
      >
        <ScanQrCode aria-hidden="true" />
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')}>
        <Camera
          onNumber={(number) => {
            setOpen(false);
            onNumber(number);
          }}
        />
        <div className="flex justify-end">
          <Button onClick={() => setOpen(false)}>{t('byHand')}</Button>
        </div>
      </Dialog>
    </>
  );
}

/** The picture of the camera, read until a wallet's code is in it. */
function Camera({ onNumber }: { onNumber: (number: string) => void }) {
  const t = useTranslations('till.scan');
  const video = useRef<HTMLVideoElement>(null);
  const found = useRef(onNumber);
  found.current = onNumber;
  const [state, setState] = useState<'starting' | 'looking' | 'foreign' | CameraProblem>('starting');

  useEffect(() => {
    if (!video.current) return;
    return openCamera(video.current, {
      onReady: () => setState('looking'),
      onProblem: setState,
      onText: (text) => {
        const number = numberInCode(text);
        if (number) found.current(number);
        else setState('foreign');
      },
    });
  }, []);

  const seen = state === 'looking' || state === 'foreign' || state === 'starting';
  return (
    <div className="grid gap-3">
      <video
        ref={video}
        muted
        playsInline
        hidden={!seen}
        aria-label={t('picture')}
        className="aspect-square w-full rounded-xl bg-black object-cover"
      />
      {seen ? (
        <p role="status" className="text-sm text-muted">
          {t(state)}
        </p>
      ) : (
        <Alert tone="warning" role="alert" title={t(`${state}.title`)}>
          {t(`${state}.text`)}
        </Alert>
      )}
    </div>
  );
}

/**
 * The camera is allowed to the till's pages alone, by a header that counts when a document is loaded: whoever came
 * from another part of the house without a load has to load once. Browsers that do not know the header do not ask.
 */
function isForbiddenHere(): boolean {
  const policy: unknown = 'featurePolicy' in document ? document.featurePolicy : undefined;
  if (typeof policy !== 'object' || policy === null || !('allowsFeature' in policy)) return false;
  const { allowsFeature } = policy;
  return typeof allowsFeature === 'function' && allowsFeature.call(policy, 'camera') === false;
}
