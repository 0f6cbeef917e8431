import { types } from "node:util";
import { ContractBreach, ensure } from "../contract-breach.ts";
import { isSameData } from "../realm/same-data.ts";

/**
 * The answer of a pure method: at once, and the same as often as it is asked.
 *
 * @throws ContractBreach if it is not; whatever the call throws.
 */
export function pureAnswer(what: string, call: () => unknown): unknown {
  const answer = call();
  if (types.isPromise(answer)) {
    // Nobody else waits for it, and its failure is not what this is about.
    answer.catch(() => undefined);
    throw new ContractBreach(`${what} answers with a promise, and has nothing to wait for`);
  }
  ensure(isSameData(answer, call()), `${what} answers with something else when it is asked again`);
  return answer;
}
