import type { ComponentProps, ReactNode } from 'react';

type TableProps = {
  caption: ReactNode;
  showCaption?: boolean;
  cards?: boolean;
  className?: string;
  children: ReactNode;
};

/**
 * A dense table of 36-px rows. On a phone each row becomes a card (`cards`, the default), where every `Td` is named
 * by its `label`; with `cards={false}` the table scrolls sideways inside its frame.
 */
export function Table({ caption, showCaption = false, cards = true, className, children }: TableProps) {
  return (
    <div className={`${cards ? 'md:overflow-x-auto' : 'overflow-x-auto'} ${className ?? ''}`}>
      <table className="data-table" data-cards={cards ? '' : undefined}>
        <caption className={showCaption ? 'px-3 pb-2 text-start text-sm text-muted' : 'sr-only'}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
}

type CellLook = { numeric?: boolean };

/** Head of a column; `numeric` columns stand at the right. */
export function Th({ numeric, scope = 'col', ...props }: ComponentProps<'th'> & CellLook) {
  return <th scope={scope} data-numeric={numeric ? '' : undefined} {...props} />;
}

/** A cell; `label` names it on a phone, where the head of the column is not seen. */
export function Td({ numeric, label, ...props }: ComponentProps<'td'> & CellLook & { label?: string }) {
  return <td data-numeric={numeric ? '' : undefined} data-label={label} {...props} />;
}
