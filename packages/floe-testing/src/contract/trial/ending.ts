/** How a call ended: it returned, it threw (at once or later), or it had not ended when nobody waited any longer. */
export type Ending<Value = unknown> =
  | { readonly kind: "returned"; readonly value: Value }
  | { readonly kind: "threw"; readonly error: unknown }
  | { readonly kind: "pending" };

/** A call under way. */
export interface Running<Value> {
  /** How it ended, if it does within this many milliseconds from now. */
  within(milliseconds: number): Promise<Ending<Value>>;
}

/** Taken now: a test may put fake timers in their place. */
const [startTimer, stopTimer] = [setTimeout, clearTimeout];

/** Makes a call; a throw at once is an ending like any other. */
export function running<Value>(call: () => Value | PromiseLike<Value>): Running<Value> {
  const settled: Promise<Ending<Value>> = (async () => call())().then(
    (value) => ({ kind: "returned", value }),
    (error: unknown) => ({ kind: "threw", error }),
  );
  return {
    async within(milliseconds) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<Ending<Value>>((resolve) => {
        timer = startTimer(() => resolve({ kind: "pending" }), milliseconds);
      });
      try {
        return await Promise.race([settled, late]);
      } finally {
        stopTimer(timer);
      }
    },
  };
}
