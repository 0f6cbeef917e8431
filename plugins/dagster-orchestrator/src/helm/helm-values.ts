import { resourcePreset, type HelmValues, type WorkloadSize } from "floe-core";
import type { HelmConfig } from "../config-schema.ts";
import { kubernetesName } from "./kubernetes-name.ts";

/** Runs at once, by size: each starts steps of its own. */
const CONCURRENT_RUNS: Readonly<Record<WorkloadSize, number>> = { small: 2, medium: 5, large: 20 };

/** What the values are made of. */
export interface HelmRequest {
  readonly helm: HelmConfig;
  /** Default: `small`. */
  readonly size?: WorkloadSize | undefined;
  /** The code location's name. Default: `floe`. */
  readonly location?: string | undefined;
}

/**
 * Values for Dagster's own chart, `dagster`, to be merged over its defaults: a deployment that serves the code
 * location, a Kubernetes job for each run, and a queue that starts as many of them as the size allows. Pure.
 *
 * @throws RangeError naming the valid sizes for any other.
 */
export function helmValues({ helm, size = "small", location = "floe" }: HelmRequest): HelmValues {
  const { cpuRequest, cpuLimit, memoryRequest, memoryLimit, ephemeralStorageRequest, ephemeralStorageLimit } = resourcePreset(size);
  const resources = {
    requests: { cpu: cpuRequest, memory: memoryRequest, "ephemeral-storage": ephemeralStorageRequest },
    limits: { cpu: cpuLimit, memory: memoryLimit, "ephemeral-storage": ephemeralStorageLimit },
  };
  const envSecrets = helm.envSecrets.map((name) => ({ name }));
  const deployment = {
    name: kubernetesName(location),
    image: { ...helm.image },
    dagsterApiGrpcArgs: ["--python-file", `${helm.directory}/definitions.py`, "--working-directory", helm.directory],
    port: helm.port,
    envSecrets,
    // A run works with the same variables as the code location that it comes from.
    includeConfigInLaunchedRuns: { enabled: true },
    resources,
  };
  return {
    "dagster-user-deployments": { enabled: true, enableSubchart: true, deployments: [deployment] },
    runLauncher: {
      type: "K8sRunLauncher",
      config: { k8sRunLauncher: { imagePullPolicy: helm.image.pullPolicy, resources } },
    },
    dagsterDaemon: {
      // A pod that is killed keeps its place in a pool, and the next run waits for it until somebody gives it back.
      runMonitoring: { enabled: true, freeSlotsAfterRunEndSeconds: 300 },
      runCoordinator: {
        enabled: true,
        type: "QueuedRunCoordinator",
        config: { queuedRunCoordinator: { maxConcurrentRuns: CONCURRENT_RUNS[size] } },
      },
    },
  };
}
