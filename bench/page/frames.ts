/** Resolves in a task of its own right after the next frame has been painted, with the frame's time stamp in ms. */
export function afterFrame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame((stamp) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve(stamp);
      };
      channel.port2.postMessage(null);
    });
  });
}

export async function afterFrames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame += 1) await afterFrame();
}
