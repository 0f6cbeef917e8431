import type { PluginMetadata, ResourceSpec, WorkloadSize } from "floe-core";
import type { Clause } from "../clause.ts";
import { SETTLED } from "../base/lifecycle-clauses.ts";
import { ContractBreach, ensure } from "../contract-breach.ts";
import { quantityOf } from "./resource-quantity.ts";

/** What is asked for a size of workload. */
interface Sized extends PluginMetadata {
  getResourceRequirements(size: WorkloadSize): ResourceSpec;
}

const SIZES = ["small", "medium", "large"] as const;

const PAIRS = [
  ["cpuRequest", "cpuLimit"],
  ["memoryRequest", "memoryLimit"],
  ["ephemeralStorageRequest", "ephemeralStorageLimit"],
] as const satisfies readonly (readonly [keyof ResourceSpec, keyof ResourceSpec])[];

/** Nobody has a size of this name. */
const NO_SIZE = "floe-contract-no-size";

/** What plugins that know what a workload needs say of it. */
export function sizedClauses(area: "compute" | "orchestrator"): readonly Clause<Sized>[] {
  return [
    {
      id: `${area}/resources`,
      title: "says what small, medium and large workloads need, as Kubernetes quantities, no request above its limit",
      after: SETTLED,
      async check(trial) {
        const plugin = await trial.configure();
        for (const size of SIZES) checkSpec(size, plugin.getResourceRequirements(size));
      },
    },
    {
      id: `${area}/refuses-other-sizes`,
      title: "refuses any other size with a RangeError that names the valid ones",
      after: SETTLED,
      async check(trial) {
        const plugin = await trial.configure();
        for (const size of [NO_SIZE, "", "toString"]) {
          const error = thrownBy(() => plugin.getResourceRequirements(size as WorkloadSize));
          ensure(error instanceof RangeError, `It does not refuse the size "${size}" with a RangeError`);
          const unnamed = SIZES.filter((valid) => !error.message.includes(valid));
          ensure(unnamed.length === 0, `Where it refuses a size, it does not name ${unnamed.join(", ")}`);
        }
      },
    },
  ];
}

function checkSpec(size: WorkloadSize, spec: ResourceSpec): void {
  for (const [request, limit] of PAIRS) {
    const [least, most] = [request, limit].map((member) => {
      const quantity = quantityOf(spec[member]);
      if (quantity === undefined) throw new ContractBreach(`${member} of a ${size} workload is no Kubernetes quantity`);
      return quantity;
    });
    ensure((least ?? 0) <= (most ?? 0), `Of a ${size} workload, ${request} is above ${limit}`);
  }
}

function thrownBy(call: () => unknown): unknown {
  try {
    call();
    return undefined;
  } catch (error) {
    return error;
  }
}
