'use client';

import { useEffect, useState } from 'react';

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
  const [valid, setValid] = useState(nonce);

  // A page that was reached by a link inside the office keeps the policy, and the nonce, of the first one.
  useEffect(() => {
    const script = document.querySelector<HTMLScriptElement>('script[nonce]');
    if (script?.nonce) setValid(script.nonce);
  }, []);

  return (
    <iframe
      title={title}
      sandbox=""
      srcDoc={html.replaceAll('<style>', `<style nonce="${valid}">`)}
      className="h-[70dvh] min-h-96 w-full rounded-b-xl"
    />
  );
}
