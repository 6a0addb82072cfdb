'use client';

import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';

const AnnounceContext = createContext<(text: string) => void>(() => {});

/** `const announce = useAnnounce()`: says something in passing, to eyes and to readers, without moving the focus. */
export function useAnnounce(): (text: string) => void {
  return useContext(AnnounceContext);
}

/** Stands once in the layout. One message at a time, at the lower edge, gone after six seconds. */
export function Announcer({ children }: { children: ReactNode }) {
  const [text, setText] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announce = useCallback((next: string) => {
    clearTimeout(timer.current);
    setText(next);
    timer.current = setTimeout(() => setText(''), 6000);
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div
        role="status"
        className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex justify-center px-4"
      >
        {text && (
          <p className="rounded-lg bg-background-inverse px-4 py-2.5 text-sm text-background shadow-overlay">
            {text}
          </p>
        )}
      </div>
    </AnnounceContext>
  );
}
