import { isPluginError, reasonOf } from "floe-core";
import { ContractBreach, ensure } from "../contract-breach.ts";
import type { Trial } from "../trial/trial.ts";

/**
 * Makes a call that a plugin has to refuse with an error of floe's. It is told by its code and its brand: the plugin
 * may have a floe-core of its own.
 *
 * @param codes are those it may have.
 * @throws ContractBreach if the call is not refused, or with something else.
 */
export async function ensureRefused(
  trial: Pick<Trial, "call">,
  what: string,
  codes: readonly string[],
  call: (signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  let error: unknown;
  try {
    await trial.call(what, call);
  } catch (thrown) {
    if (thrown instanceof ContractBreach) throw thrown;
    error = thrown;
  }
  ensure(error !== undefined, `${what} is not refused`);
  const code = isPluginError(error) ? error.code : "no floe error";
  ensure(codes.includes(code), () => `${what} is refused with ${code} (${reasonOf(error)}), not with ${codes.join(" or ")}`);
}
