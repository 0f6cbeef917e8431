import type { Platform } from "floe-platform";
import type { Output } from "../output/output.ts";
import { renderPendingStarts } from "../render/render-pending-starts.ts";

/** How long a start goes on before people are told what it waits for, in milliseconds, and again after as long. */
export const PATIENCE_MS = 5_000;

/** Tells what a start still waits for while it takes long, until the answer is called. */
export function watchStart(platform: Pick<Platform, "pendingStarts">, output: Output): () => void {
  const began = performance.now();
  const timer = setInterval(() => {
    const text = renderPendingStarts(platform.pendingStarts, performance.now() - began, output.errorTheme);
    if (text !== "") output.note(text);
  }, PATIENCE_MS);
  return () => clearInterval(timer);
}
