/** `text`, with the stack of the error and of its causes below it if it is asked for. */
export function withStack(text: string, error: unknown, verbose: boolean): string {
  if (!verbose || !(error instanceof Error)) return text;
  const stacks: string[] = [];
  const seen = new Set<unknown>();
  for (let one: unknown = error; one instanceof Error && !seen.has(one); one = one.cause) {
    seen.add(one);
    if (one.stack !== undefined) stacks.push(one.stack);
  }
  return [text, ...stacks].join("\n");
}
