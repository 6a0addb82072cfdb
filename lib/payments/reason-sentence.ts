import sentences from '@/messages/en/reasons.json';

export type ReasonSentence = {
  /** Key in `messages/…/reasons.json`. */
  key: keyof typeof sentences;
  /** What the sentence is about: a system's own words, a state, an asset. Never translated. */
  params: Record<string, string>;
};

/**
 * Which of our own sentences a kept reason is. Adapters keep them in English beside what systems themselves say, for
 * logs and for history; so the sentence is the code by which a page finds the reader's language. Null: a system's own
 * words, or nothing of ours any more.
 */
export function reasonSentence(reason: string): ReasonSentence | null {
  for (const { key, form } of forms) {
    const found = form.exec(reason.trim());
    if (found) return { key, params: { ...found.groups } };
  }
  return null;
}

/** Those with the most words of their own first: "status {state}" would also take "status {state}, error {code}". */
const forms = Object.entries(sentences)
  .map(([key, sentence]) => ({
    key: key as keyof typeof sentences,
    own: sentence.replace(/\{\w+\}/g, '').length,
    form: formOf(sentence),
  }))
  .sort((a, b) => b.own - a.own);

function formOf(sentence: string): RegExp {
  const parts = sentence.split(/\{(\w+)\}/);
  const source = parts.map((part, index) => (index % 2 === 1 ? `(?<${part}>.{1,300}?)` : escaped(part)));
  return new RegExp(`^${source.join('')}$`, 'isu');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
