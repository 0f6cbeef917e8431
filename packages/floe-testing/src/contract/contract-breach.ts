/** A promise that is broken: what was seen, as a sentence. */
export class ContractBreach extends Error {
  override readonly name = "ContractBreach";
}

/** A promise that could not be tried, with the reason; it is neither kept nor broken. */
export class NotTried extends Error {
  override readonly name = "NotTried";
}

/** A promise that does not concern this plugin: it has not the optional member that the promise is about. */
export class NotOffered extends Error {
  override readonly name = "NotOffered";
}

/** @throws ContractBreach with `message` unless `condition` holds. */
export function ensure(condition: boolean, message: string | (() => string)): asserts condition {
  if (!condition) throw new ContractBreach(typeof message === "string" ? message : message());
}
