import { describe, expect, test } from "vitest";
import { createAssets } from "../../../src/definitions/create-assets.ts";
import { createDefinitions } from "../../../src/definitions/create-definitions.ts";
import { config, product, transform } from "../../support/product.ts";

describe("createDefinitions", () => {
  const artifacts = product([transform("a-b")], { product: { name: "my-shop", root: "/p" }, schedule: { cron: "@daily", timezone: "UTC" } });
  const request = { artifacts, config: config(), stepCommand: ["node", "/step.js"] };

  test("shows assets, the job, the product's schedule and the files", () => {
    const definitions = createDefinitions({ ...request, kept: [] });
    expect(definitions.assets).toEqual(createAssets(artifacts.transforms));
    expect(definitions.jobs).toEqual([{ name: "my_shop", assets: ["a-b"] }]);
    expect(definitions.schedules).toEqual([{ job: "my_shop", cron: "@daily", timezone: "UTC" }]);
    expect(Object.keys(definitions.files).sort()).toEqual(["artifacts.json", "definitions.py", "floe.json", "pyproject.toml", "workspace.yaml"]);
  });

  test("shows a schedule that was set later in place of the product's own, and none of a job that is gone", () => {
    const later = { job: "my_shop", cron: "@hourly", timezone: "UTC" };
    expect(createDefinitions({ ...request, kept: [later, { ...later, job: "gone" }] }).schedules).toEqual([later]);
  });
});
