import { renderMarkdown } from '@/lib/markdown';

/** A text of the office, made safe on the server. */
export function Markdown({ text }: { text: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown lets nothing through but plain marks
  return (
    <div className="prose [&>:first-child]:mt-0" dangerouslySetInnerHTML={{ __html: renderMarkdown(text) }} />
  );
}
