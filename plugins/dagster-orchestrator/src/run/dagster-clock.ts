import type { Clock } from "floe-core";

/** Dagster's time: that of the event that is being looked at. It is moved by hand, and never goes back. */
export class DagsterClock implements Clock {
  #atMs: number;

  /** @param atMs Milliseconds since 1970. */
  constructor(atMs: number) {
    this.#atMs = atMs;
  }

  moveTo(atMs: number): void {
    this.#atMs = Math.max(this.#atMs, atMs);
  }

  now(): string {
    return new Date(this.#atMs).toISOString();
  }

  elapsedMs(): number {
    return this.#atMs;
  }
}
