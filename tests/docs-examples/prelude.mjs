import { format } from "node:util";

/** Loaded before an example: says on standard output which of its lines printed what. */
globalThis.checkOutput = (line, ...values) => {
  process.stdout.write(`${JSON.stringify({ line, printed: format(...values) })}\n`);
};
