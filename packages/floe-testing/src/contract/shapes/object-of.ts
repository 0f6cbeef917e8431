import { ContractBreach } from "../contract-breach.ts";

/** Members of something that may turn out to be anything. */
export type Members = Readonly<Record<string, unknown>>;

/**
 * The members of an answer that has to be an object: what a plugin answers is only what its types say if somebody looks.
 *
 * @param what names the answer, as the beginning of a sentence.
 * @throws ContractBreach if it is something else.
 */
export function objectOf(value: unknown, what: string): Members {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Members;
  throw new ContractBreach(`${what} is no object`);
}
