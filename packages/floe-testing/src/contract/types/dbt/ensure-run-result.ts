import { ensure } from "../../contract-breach.ts";
import { ensureAmount } from "../../shapes/ensure-amount.ts";
import { ensureText } from "../../shapes/ensure-text.ts";
import { objectOf } from "../../shapes/object-of.ts";

/** @throws ContractBreach unless `value` is a `DbtRunResult`. */
export function ensureRunResult(value: unknown, what: string): void {
  const { success, durationMs, nodes } = objectOf(value, what);
  ensure(typeof success === "boolean", `The success of ${what} is neither true nor false`);
  ensureAmount(durationMs, `The durationMs of ${what}`);
  ensure(Array.isArray(nodes), `The nodes of ${what} are no list`);
  const ids = nodes.map((node: unknown) => {
    const { id, status, durationMs: lasted, message } = objectOf(node, `A node of ${what}`);
    ensureText(id, `The id of a node of ${what}`);
    ensureText(status, `The status of ${id}`);
    ensureAmount(lasted, `The durationMs of ${id}`);
    ensure(message === undefined || typeof message === "string", `The message of ${id} is no text`);
    return id;
  });
  ensure(new Set(ids).size === ids.length, `${what} has a node twice`);
}
