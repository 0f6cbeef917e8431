import {
  ComputePlugin,
  resourcePreset,
  type CallOptions,
  type ConnectionResult,
  type DbtProfile,
  type ResourceSpec,
  type WorkloadSize,
} from "floe-core";
import { connected } from "../fakes/connected.ts";

/** The name under which the broken classes are discovered. */
export const BROKEN_NAME = "broken";

/** A compute plugin with nothing wrong: what the broken ones differ from in one point. */
export class SoundCompute extends ComputePlugin {
  get isSelfHosted(): boolean {
    return true;
  }

  generateDbtProfile(): DbtProfile {
    return { type: "sound" };
  }

  getRequiredDbtPackages(): readonly string[] {
    return ["dbt-sound>=1.0,<2.0"];
  }

  async validateConnection(options?: CallOptions): Promise<ConnectionResult> {
    return connected(options?.signal);
  }

  getResourceRequirements(size: WorkloadSize): ResourceSpec {
    return resourcePreset(size);
  }
}

/** A class with members of kinds that TypeScript would not let it have. */
export function having(members: Readonly<Record<string, unknown>>): new () => SoundCompute {
  return class extends SoundCompute {
    constructor() {
      super();
      for (const [member, value] of Object.entries(members)) Object.defineProperty(this, member, { value });
    }
  };
}
