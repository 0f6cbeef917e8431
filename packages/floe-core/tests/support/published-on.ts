import { subscribe, unsubscribe } from "node:diagnostics_channel";

/** What is published on a diagnostics channel while `action` runs. */
export async function publishedOn(channel: string, action: () => unknown): Promise<unknown[]> {
  const messages: unknown[] = [];
  const note = (message: unknown): void => void messages.push(message);
  subscribe(channel, note);
  try {
    await action();
  } finally {
    unsubscribe(channel, note);
  }
  return messages;
}
