import { isPluginError, type PluginError } from "../../src/errors/plugin-error.ts";

type ErrorClass<Thrown> = abstract new (...parameters: never[]) => Thrown;

/** The floe error that `action` throws or rejects with; fails the test if it is none, or none of `type`. */
export function thrownBy(action: () => unknown): Promise<PluginError>;
export function thrownBy<Thrown extends PluginError>(action: () => unknown, type: ErrorClass<Thrown>): Promise<Thrown>;
export async function thrownBy(action: () => unknown, type?: ErrorClass<PluginError>): Promise<PluginError> {
  try {
    await action();
  } catch (error) {
    if (isPluginError(error) && (type === undefined || error instanceof type)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
