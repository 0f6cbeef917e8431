/** How deep the causes of an error are looked into. */
const DEEPEST = 10;

/** Whether an error is this reason or, as those of Node's own functions, was caused by it. */
export function holdsReason(error: unknown, reason: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (current === reason) return true;
    if (typeof current !== "object" || current === null || !("cause" in current)) return false;
    current = current.cause;
  }
  return false;
}
