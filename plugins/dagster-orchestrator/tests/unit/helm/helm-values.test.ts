import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { helmValues } from "../../../src/helm/helm-values.ts";
import { config } from "../../support/product.ts";

const SCHEMA = path.resolve(import.meta.dirname, "../../../../../../shared/reference/dagster-helm-values.schema.json");

/** What our values are merged into has these members; ours alone need not have them. */
const FROM_DEFAULTS = new Set(["UserDeployments", "RunLauncher", "K8sRunLauncherConfig", "Daemon", "RunCoordinator"]);

/** The chart's schema, without what it takes from elsewhere and without the members that its own defaults provide. */
function chartSchema(): Record<string, unknown> {
  const text = readFileSync(SCHEMA, "utf8").replaceAll(/"\$ref":\s*"https:\/\/kubernetesjsonschema[^"]*"/g, '"$comment": "of Kubernetes"');
  const schema = JSON.parse(text) as { required?: unknown; $defs: Record<string, { required?: unknown }> };
  delete schema.required;
  for (const name of FROM_DEFAULTS) delete schema.$defs[name]?.required;
  return { ...schema };
}

describe("helmValues", () => {
  const helm = config({ helm: { image: { repository: "registry.example/shop", tag: "1.2" }, envSecrets: ["shop-env"] } }).helm;

  test("serves the code location, launches runs as jobs and queues them", () => {
    const resources = { requests: { cpu: "500m", memory: "1Gi", "ephemeral-storage": "500Mi" }, limits: { cpu: "2", memory: "4Gi", "ephemeral-storage": "2Gi" } };
    expect(helmValues({ helm, size: "medium", location: "my_shop" })).toEqual({
      "dagster-user-deployments": {
        enabled: true,
        enableSubchart: true,
        deployments: [
          {
            name: "my-shop",
            image: { repository: "registry.example/shop", tag: "1.2", pullPolicy: "IfNotPresent" },
            dagsterApiGrpcArgs: ["--python-file", "/product/.floe/dagster/definitions.py", "--working-directory", "/product/.floe/dagster"],
            port: 3030,
            envSecrets: [{ name: "shop-env" }],
            includeConfigInLaunchedRuns: { enabled: true },
            resources,
          },
        ],
      },
      runLauncher: { type: "K8sRunLauncher", config: { k8sRunLauncher: { imagePullPolicy: "IfNotPresent", resources } } },
      dagsterDaemon: {
        runMonitoring: { enabled: true, freeSlotsAfterRunEndSeconds: 300 },
        runCoordinator: { enabled: true, type: "QueuedRunCoordinator", config: { queuedRunCoordinator: { maxConcurrentRuns: 5 } } },
      },
    });
  });

  test("is small without a size, and refuses another size", () => {
    expect(helmValues({ helm })).toEqual(helmValues({ helm, size: "small", location: "floe" }));
    expect(() => helmValues({ helm, size: "huge" as "large" })).toThrow(RangeError);
  });

  test("fits the chart's schema in every size", ({ skip }) => {
    if (!existsSync(SCHEMA)) return void skip("needs ../shared: the schema of the chart's values");
    const validate = new Ajv2020({ strict: false }).compile(chartSchema());
    for (const size of [undefined, "small", "medium", "large"] as const) {
      expect([validate(helmValues({ helm, size, location: "my_shop" })), validate.errors]).toEqual([true, null]);
    }
    const values = helmValues({ helm });
    expect(validate({ ...values, runLauncher: { type: "K8s", config: {} } })).toBe(false);
    expect(validate({ ...values, dagsterDaemon: { runCoordinators: {} } })).toBe(false);
    expect(validate({ ...values, "dagster-user-deployments": { deployments: [{ name: "x" }] } })).toBe(false);
  });
});
