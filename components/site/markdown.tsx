import { renderMarkdown } from '@/lib/markdown';

const look = 'prose [&>:first-child]:mt-0';

/** A text of the office, made safe on the server. */
export function Markdown({ text }: { text: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown lets nothing through but plain marks
  return <div className={look} dangerouslySetInnerHTML={{ __html: renderMarkdown(text) }} />;
}
