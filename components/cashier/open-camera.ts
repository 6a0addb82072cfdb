/** Why there is no picture: refused by the person, no camera, used by something else, or a page without https. */
export type CameraProblem = 'refused' | 'absent' | 'busy' | 'insecure' | 'broken';

type CameraWatch = {
  onReady: () => void;
  onProblem: (problem: CameraProblem) => void;
  /** Each QR code that is read, until the camera is closed. */
  onText: (text: string) => void;
};

/**
 * Shows the camera in `video` and reads QR codes from it. The reader is a large library and is loaded here, not
 * before. Returns the way to stop, which lets go of the camera at once.
 */
export function openCamera(video: HTMLVideoElement, watch: CameraWatch): () => void {
  let stopped = false;
  let letGo = () => {};

  async function start() {
    // Browsers have no such thing on pages without https, except on the machine itself.
    if (!navigator.mediaDevices?.getUserMedia) return watch.onProblem('insecure');
    const camera = navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: 'environment' } } });
    const [stream, { BrowserQRCodeReader }] = await Promise.all([camera, import('@zxing/library')]);
    const reader = new BrowserQRCodeReader(200);
    letGo = () => {
      reader.reset();
      for (const track of stream.getTracks()) track.stop();
    };
    if (stopped) return letGo();
    watch.onReady();
    await reader.decodeFromStream(stream, video, (result) => {
      if (result && !stopped) watch.onText(result.getText());
    });
  }

  start().catch((error: unknown) => {
    if (!stopped) watch.onProblem(problemOf(error));
  });
  return () => {
    stopped = true;
    letGo();
  };
}

function problemOf(error: unknown): CameraProblem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'absent';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'broken';
}
