'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';
import { buttonClass } from './button-class';

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Where the focus goes first; otherwise to the first field or button. For dangerous steps: the harmless button. */
  initialFocus?: RefObject<HTMLElement | null>;
};

/**
 * A step that is asked once more, or a small form. The browser's own dialog: it keeps the focus inside, closes with
 * Escape and gives the focus back. Usually used through `ConfirmDialog`.
 */
export function Dialog({ open, onClose, title, children, initialFocus }: DialogProps) {
  const t = useTranslations('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) {
      element.showModal();
      initialFocus?.current?.focus();
    }
    if (!open && element.open) element.close();
  }, [open, initialFocus]);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onPointerDown={(event) => {
        // Only the backdrop has the dialog itself as its target: the content fills the box.
        if (event.target === dialog.current) dialog.current.close();
      }}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] overflow-y-auto rounded-2xl bg-overlay p-0 text-overlay-foreground shadow-overlay backdrop:bg-backdrop"
    >
      {open && (
        <div className="relative grid gap-4 p-5 sm:p-6">
          <h2 id={titleId} className="pe-10 text-lg">
            {title}
          </h2>
          {children}
          {/* Last in order, so that the dialog's first focus falls on its content. */}
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            aria-label={t('close')}
            className={buttonClass(
              { variant: 'ghost', size: 'sm', iconOnly: true },
              'end-3 top-3 sm:end-4 sm:top-4',
            )}
            style={{ position: 'absolute' }}
          >
            <X aria-hidden="true" />
          </button>
        </div>
      )}
    </dialog>
  );
}
