import { inspect } from "node:util";
import type { ErrorRendering } from "./render-error.ts";
import { withStack } from "./with-stack.ts";

/** An error that nobody caught. It may be anything at all, and has to be shown without another one. */
export function renderUncaught(error: unknown, { verbose, theme }: Pick<ErrorRendering, "verbose" | "theme">): string {
  const message = error instanceof Error ? error.message : inspect(error);
  return withStack(`${theme.red("error")}: uncaught: ${message}`, error, verbose);
}
