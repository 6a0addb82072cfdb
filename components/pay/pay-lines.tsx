import { Amount } from '@/components/ui/amount';
import { CopyButton } from '@/components/ui/copy-button';

type PayAmountProps = { title: string; label: string; amount: string; asset: string };

/** How much is to be paid, large, to be copied. */
export function PayAmount({ title, label, amount, asset }: PayAmountProps) {
  return (
    <div>
      <p className="text-sm text-muted">{title}</p>
      <p className="flex flex-wrap items-center gap-x-2">
        <Amount value={amount} code={asset} size="xl" />
        <CopyButton text={plain(amount)} label={label} />
      </p>
    </div>
  );
}

/** Details to pay by, each large enough to be read aloud, to be copied where somebody types it. */
export function PayLines({
  lines,
}: {
  lines: { key: string; title: string; value: string; copy: boolean }[];
}) {
  return (
    <dl className="grid gap-2.5">
      {lines.map(({ key, title, value, copy }) => (
        <div key={key}>
          <dt className="text-sm text-muted">{title}</dt>
          <dd className="flex items-center gap-1">
            <span className="numeric min-w-0 text-lg leading-snug font-medium [overflow-wrap:anywhere]">
              {value}
            </span>
            {copy && <CopyButton text={value} label={title} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A code for the phone that pays, drawn by ourselves. */
export function PayCode({ picture, label, caption }: { picture: string; label: string; caption: string }) {
  return (
    <figure className="grid w-44 gap-1.5 justify-self-center">
      <div
        role="img"
        aria-label={label}
        className="overflow-hidden rounded-lg border border-border bg-white [&_svg]:block [&_svg]:size-full"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: paths drawn by ourselves; the text is not in them
        dangerouslySetInnerHTML={{ __html: picture }}
      />
      <figcaption className="text-center text-sm text-muted">{caption}</figcaption>
    </figure>
  );
}

/** As a bank's form takes it: without the zeros at the end that only the ledger needs. */
function plain(amount: string): string {
  return amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount;
}
