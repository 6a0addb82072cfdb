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
  return (
    <iframe
      title={title}
      sandbox=""
      srcDoc={html.replaceAll('<style>', `<style nonce="${nonce}">`)}
      className="h-[70dvh] min-h-96 w-full rounded-b-xl"
    />
  );
}
