import fc from "fast-check";
import {
  checkCompatibility,
  isCompatible,
  isSemver,
  parseApiVersion,
  PluginRegistry,
  staticSource,
  tryParseApiVersion,
  tryParsePluginKey,
} from "floe-core";
import { FakeCompute } from "floe-testing";
import { describe } from "vitest";
import { anyValue, realise } from "./support/any-value.ts";
import { must } from "./support/checks.ts";
import { fuzz } from "./support/fuzz.ts";

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 3 }).map(String) },
  fc.constantFrom("00", "+1", "-1", " 1", "1 ", "٣", "１", "1e3", "0x1", "", "9007199254740992", "9".repeat(40), "x", "*"),
);
const tail = fc.oneof({ weight: 4, arbitrary: fc.constant("") }, fc.constantFrom("-rc.1", "+build", "-0", "-00", "-", "+", "-a.b.c+d", "\n", "\u0000", "-" + "a".repeat(300)));
const versionText = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), tail).map(([pieces, end]) => pieces.join(".") + end) },
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("1.".repeat(10_000), "0".repeat(100_000), `1.0.0-${"0.".repeat(100)}`, `1.0.0-${"a-".repeat(120)}!`),
);
const anyVersion = fc.oneof({ weight: 8, arbitrary: versionText }, { weight: 1, arbitrary: anyValue });

/** What `X.Y` or full semver means, read the slow way. */
function expectedVersion(text: unknown): readonly [number, number] | undefined {
  if (typeof text !== "string" || text.length > 256) return undefined;
  const core = /^(\d+)\.(\d+)(?:\.(\d+)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?)?$/.exec(text);
  if (core === null) return undefined;
  const numbers = core.slice(1, 4).filter((part: string | undefined) => part !== undefined);
  if (numbers.some((part) => String(Number(part)) !== part || !Number.isSafeInteger(Number(part)))) return undefined;
  const labels = [core[4] ?? "", core[5] ?? ""].map((part) => part.slice(1).split("."));
  if ((core[4] !== undefined && labels[0]?.some((label) => label === "" || /^0\d+$/.test(label)) === true) || (core[5] !== undefined && labels[1]?.includes("") === true)) return undefined;
  return [Number(numbers[0]), Number(numbers[1])];
}

const operator = fc.constantFrom("", "^", "~", ">=", "<=", ">", "<", "=", "||", " - ", " ", "!", "^^", ">=<");
const rangeText = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.tuple(operator, versionText.map((text) => text.slice(0, 60))), { maxLength: 4 }).map((parts) => parts.flat().join("")) },
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(" ".repeat(50_000), "1 ".repeat(5_000), "||".repeat(500), `>=1${" ".repeat(1_000)}x`, "^".repeat(1_000)),
);

describe("versions of any make are judged", () => {
  fuzz("API versions", {
    percent: 14,
    inputs: fc.tuple(anyVersion, anyVersion),
    check: (input) => {
      const [plugin, platform] = input.map(realise);
      const [one, other] = [plugin, platform].map(expectedVersion);
      const verdict = checkCompatibility(plugin as string, platform as string);
      must(Object.isFrozen(verdict) && verdict.reason !== "" && verdict.reason.length < 1_000, "a frozen verdict with a short reason");
      // Undefined stands for the default.
      if (platform !== undefined) {
        const expected = one !== undefined && other !== undefined && one[0] === other[0] && one[1] <= other[1];
        must(verdict.compatible === expected, `${String(expected)} of these versions`);
      }
      must(isCompatible(plugin as string, platform as string) === verdict.compatible, "both verdicts to agree");
      must((tryParseApiVersion(plugin) === undefined) === (one === undefined), "what is no version to be none");
      try {
        must(parseApiVersion(plugin as string).major === one?.[0], "the major version");
      } catch (error) {
        must(error instanceof RangeError && one === undefined && error.message.length < 200, "a short RangeError for what is no version");
      }
      isSemver(plugin);
      if (typeof plugin === "string") tryParsePluginKey(plugin);
    },
  });

  const registry = (range: string): PluginRegistry =>
    new PluginRegistry({
      sources: [
        staticSource({
          "floe.computes": {
            needed: { load: FakeCompute, version: "1.2.3" },
            needing: { load: FakeCompute, version: "1.0.0", dependencies: [{ name: "needed", version: range }] },
          },
        }),
      ],
    });

  fuzz("ranges", {
    percent: 2,
    inputs: rangeText,
    examples: ["", "*", "^1.2.0", ">=2", "x || y"],
    check: (range) => {
      const known = registry(range);
      known.discoverAll();
      const first = known.resolve();
      must(JSON.stringify(first) === JSON.stringify(registryAgain(range)), "the same resolution again");
      const isIn = first.order.includes("floe.computes:needing");
      must(!known.has("floe.computes", "needing") || isIn !== first.versionConflicts.length > 0, "the plugin in order, or a conflict of versions");
    },
  });

  function registryAgain(range: string): unknown {
    const known = registry(range);
    known.discoverAll();
    return known.resolve();
  }
});
