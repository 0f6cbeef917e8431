import { ContractBreach } from "../contract-breach.ts";

/** What a call failed with; undefined if it did not. A breach that is seen on the way is thrown. */
export async function failureOf(call: () => unknown): Promise<{ readonly error: unknown } | undefined> {
  try {
    await call();
    return undefined;
  } catch (error) {
    if (error instanceof ContractBreach) throw error;
    return { error };
  }
}

/** The code of a floe error or of Node's; undefined for an error without one. */
export function codeOf(error: unknown): string | undefined {
  const { code } = Object(error) as Readonly<Record<string, unknown>>;
  return typeof code === "string" && code !== "" ? code : undefined;
}
