import { ensure } from "../contract-breach.ts";
import { isSameData } from "../realm/same-data.ts";

/** @throws ContractBreach unless the texts are in the order of their code units, and each is there once. */
export function ensureSorted(texts: readonly string[], what: string): void {
  // The order in which `sort` puts them everywhere, whatever language the process speaks.
  ensure(isSameData([...texts], [...new Set(texts)].sort()), `${what} is not sorted, or has something twice`);
}
