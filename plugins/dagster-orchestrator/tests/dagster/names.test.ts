import path from "node:path";
import { execa } from "execa";
import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { findNameProblem } from "../../src/naming/dagster-name.ts";
import { findLabelProblem } from "../../src/naming/find-label-problem.ts";
import { RESERVED_NAMES } from "../../src/naming/reserved-names.ts";

/*
 * Which names and labels we take, compared with the installed Dagster. There are two differences on purpose: tags
 * whose prefix is `dagster/`, and texts with a line end, which Dagster's patterns let pass at the end.
 */

const CODE = `
import json, sys
from dagster._core.definitions.utils import DISALLOWED_NAMES, VALID_GROUP_NAME_REGEX, is_valid_name, is_valid_owner
from dagster._utils.tags import is_valid_strict_tag_value, is_valid_tag_key
rules = {
    "name": is_valid_name,
    "group": lambda text: bool(VALID_GROUP_NAME_REGEX.match(text)),
    "kind": lambda text: is_valid_tag_key("dagster/kind/" + text),
    "owner": is_valid_owner,
    "tag": lambda text: is_valid_tag_key(text) and not text.startswith("dagster/"),
    "tag's value": is_valid_strict_tag_value,
}
texts = json.load(sys.stdin)
json.dump({"reserved": sorted(DISALLOWED_NAMES), **{name: [text for text in texts if rule(text)] for name, rule in rules.items()}}, sys.stdout)
`;

const piece = fc.constantFrom("a", "B9", "_", "-", ".", "/", "@", "x.org", "team:", "dagster/", " ", "ä", "|", "+", "type", "k".repeat(31));
const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));

test("names and labels are taken and refused as by the installed Dagster", async ({ skip }) => {
  const python = inject("python");
  if ("reason" in python) return void skip(python.reason);
  const texts = [...new Set([...fc.sample(text, { numRuns: 5000, seed: 20_261_127 }), "k".repeat(63), "k".repeat(64), "ann@example.org", "é@a.org"])];
  const { stdout } = await execa(path.join(python.bin, "python"), ["-c", CODE], { input: JSON.stringify(texts), env: { DAGSTER_DISABLE_TELEMETRY: "yes" }, timeout: 120_000 });
  const labels = ["group", "kind", "owner", "tag", "tag's value"] as const;
  const taken = labels.map((label) => [label, texts.filter((one) => findLabelProblem(label, one) === undefined)] as const);
  for (const [label, those] of taken) expect([label, those.length > 20 && those.length < texts.length]).toEqual([label, true]);
  expect(JSON.parse(stdout)).toEqual({
    reserved: [...RESERVED_NAMES].sort(),
    name: texts.filter((one) => findNameProblem(one) === undefined),
    ...Object.fromEntries(taken),
  });
});
