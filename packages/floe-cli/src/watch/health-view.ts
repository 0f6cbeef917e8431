import type { HealthReport } from "floe-core";

/** Shows one report after another. */
export interface HealthView {
  show(health: HealthReport): void;
  /** Leaves nothing behind that redraws itself. Safe twice. */
  end(): void;
}
