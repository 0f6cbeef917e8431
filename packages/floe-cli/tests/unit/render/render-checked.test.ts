import { expect, test } from "vitest";
import { checkedProduct } from "../../../src/json/check-document.ts";
import { plainTheme } from "../../../src/output/color-theme.ts";
import { renderChecked } from "../../../src/render/render-checked.ts";
import { artifacts } from "../../support/artifacts.ts";
import { plugins } from "../../support/results.ts";

test("renderChecked counts what was checked and states the schedule", () => {
  const product = checkedProduct(artifacts, plugins);
  expect(renderChecked(product, "floe.yaml", plainTheme)).toBe(
    "flights floe.yaml is valid: 2 plugins, 1 source, 2 transforms, schedule 0 6 * * * (Europe/Berlin)",
  );
  expect(renderChecked({ ...product, schedule: null }, "floe.yaml", plainTheme)).toMatch(/, no schedule$/);
});
