/** One line that says what was thrown, whatever was thrown; never throws itself. */
export function reasonOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } catch {
    // An object without a prototype, for one, has no text.
    return "something that cannot be shown was thrown";
  }
}
