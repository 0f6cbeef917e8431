/** The process has nothing left to wait for, and still the command has not come to a result. */
export class StalledError extends Error {
  override readonly name = "StalledError";

  constructor() {
    super("Cannot finish the command: a plugin has not answered, and nothing is going on that could make it answer");
  }
}
