import { ContractBreach, ensure } from "../contract-breach.ts";
import { holdsReason } from "./holds-reason.ts";
import type { Trial } from "../trial/trial.ts";

/**
 * Makes a call twice: with a signal that is aborted already, which has to reject with the signal's reason, and with
 * one that is aborted right after, which has to end soon. It may have done its work by then.
 *
 * @throws ContractBreach if it does not.
 */
export async function ensureGivesUp(
  trial: Pick<Trial, "call" | "abort">,
  what: string,
  call: (signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const reason = new DOMException("The contract suite gave the call up before", "AbortError");
  try {
    await trial.call(what, () => call(AbortSignal.abort(reason)));
  } catch (error) {
    if (error instanceof ContractBreach) throw error;
    ensure(holdsReason(error, reason), `${what} rejects with something else than the reason of its signal, which is not its cause either`);
    const { kind } = await trial.abort(call);
    ensure(kind !== "pending", `${what} goes on after its signal was aborted`);
    return;
  }
  throw new ContractBreach(`${what} does its work although its signal was aborted before`);
}
