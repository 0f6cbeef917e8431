import { reasonOf } from "floe-core";
import type { ProblemDetails, ProblemList } from "../problems/problem-list.ts";
import { typeName } from "../product/type-name.ts";
import { withinLimit } from "../timing/within-limit.ts";
import { importFailure } from "./import-failure.ts";
import { importModule } from "./import-module.ts";
import { locateInModule } from "./locate-in-module.ts";
import type { PlatformDocument } from "./platform-document.ts";

/** For running the module, and again for the promise that it may export. */
const LIMIT = { ms: 30_000, error: (): Error => new Error("it did not come to an end within 30 s") };

const EXPECTED = "export default defineProduct({ ... })";

/**
 * Runs a platform module and takes its default export, which may be a promise, for the product; undefined if
 * there is none, which is then reported.
 *
 * @param text What the file holds.
 */
export async function readModule(file: string, text: string, problems: ProblemList): Promise<PlatformDocument | undefined> {
  let exported: object;
  try {
    exported = await withinLimit(LIMIT, () => importModule(file, text));
  } catch (error) {
    const { position, details } = importFailure(file, text, error);
    problems.addAt(position, [], details);
    return undefined;
  }
  const locate = locateInModule(text, file);
  const value = await productOf(exported);
  if ("code" in value) {
    problems.addAt(locate([]), [], value);
    return undefined;
  }
  return { file, value: value.product, locate };
}

async function productOf(exported: object): Promise<{ readonly product: object } | ProblemDetails> {
  if (!Object.hasOwn(exported, "default")) return withoutDefault(Object.keys(exported));
  try {
    const product: unknown = await withinLimit(LIMIT, async () => Reflect.get(exported, "default") as unknown);
    if (typeof product === "object" && product !== null && !Array.isArray(product)) return { product };
    return notAProduct(product);
  } catch (error) {
    return {
      code: "file_unreadable",
      message: `the promise that the module exports is rejected: ${reasonOf(error)}`,
      expected: EXPECTED,
      found: "a promise that is rejected",
      remedy: "Correct what the promise waits for.",
    };
  }
}

function withoutDefault(names: readonly string[]): ProblemDetails {
  return {
    code: "type_invalid",
    message: "the module has no default export",
    expected: EXPECTED,
    found: names.length === 0 ? "no export" : `only ${names.join(", ")}`,
  };
}

function notAProduct(value: unknown): ProblemDetails {
  const isFunction = typeof value === "function";
  return {
    code: "type_invalid",
    message: "the module's default export is not a product",
    expected: EXPECTED,
    found: typeName(value),
    remedy: isFunction ? "Export what the function answers, not the function." : undefined,
  };
}
