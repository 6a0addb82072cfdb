'use client';

import { useState } from 'react';

type LetterFrameProps = {
  title: string;
  html: string;
  /** This answer's nonce: the frame inherits the page's policy, which knows no other style elements. */
  nonce: string;
};

/**
 * A letter as its reader sees it, in a frame of its own that may run nothing, send nothing and open nothing. Our CSS
 * cannot reach into it, nor can it reach us.
 */
export function LetterFrame({ title, html, nonce }: LetterFrameProps) {
  // Known at the first render: a frame whose contents change while it loads may stay empty.
  const [valid] = useState(() => policyNonce() ?? nonce);
  return (
    <iframe
      title={title}
      sandbox=""
      srcDoc={html.replaceAll('<style>', `<style nonce="${valid}">`)}
      className="h-[70dvh] min-h-96 w-full rounded-b-xl"
    />
  );
}

/** A page that was reached by a link inside the office keeps the policy, and the nonce, of the first one. */
function policyNonce(): string | undefined {
  if (typeof document === 'undefined') return undefined;
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce || undefined;
}
