/** Lets everything happen that waits for nothing but settled promises. No timer, so faked clocks do not matter. */
export async function flush(): Promise<void> {
  for (let round = 0; round < 200; round += 1) await Promise.resolve();
}

/** Whether `promise` is still open once everything that could settle it by itself has happened. */
export async function isPending(promise: Promise<unknown>): Promise<boolean> {
  let pending = true;
  const settle = (): void => {
    pending = false;
  };
  promise.then(settle, settle);
  await flush();
  return pending;
}
